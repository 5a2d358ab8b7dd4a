import { randomId, sha256Hex, utf8 } from "~crypto/bytes";
import { certifyKey } from "~crypto/keys";
import { signText } from "~crypto/signatures";
import { Client } from "../../prisma/seed/http";
import type { SeedOffice } from "../../prisma/seed/people";
import { named } from "../support/office";
import type { Exchange } from "./exchanges";
import { refused } from "./refused";

/** The office's own affairs: people, policy, calendar, and how somebody hears of news. */
export async function tryOffice(office: SeedOffice, exchanges: readonly Exchange[]) {
  const [ada, tara, olga] = [named(office, "ada").client, named(office, "tara").client, named(office, "olga").client];
  await takePeople(office, exchanges);
  const policy = { policy: "deadlines", entries: { acknowledgement: ["1d", "2d", "5d", "5d"] } };
  const reason = "Two more officers work in the intake now.";
  await refused(403, tara.call("POST", "/api/v1/policy", { ...policy, reason }));
  await refused(400, olga.call("POST", "/api/v1/policy", { ...policy, reason: "" }));
  await olga.call("POST", "/api/v1/policy", { ...policy, reason });
  await refused(404, tara.call("GET", "/api/v1/office/calendar?country=DE"));
  await refused(404, tara.call("POST", "/api/v1/office/calendar", { country: "DE", region: "" }));
  await refused(400, ada.call("GET", "/api/v1/office/calendar?country=QQ"));
  await ada.call("GET", "/api/v1/office/calendar?country=DE&region=BY");
  await ada.call("POST", "/api/v1/office/calendar", { country: "DE", region: "BY" });
  await signPage(office);
  await tara.call("GET", "/api/v1/notices/settings");
  await refused(400, tara.call("POST", "/api/v1/notices/settings", { mail: "not one address", mode: "batched" }));
  await tara.call("POST", "/api/v1/notices/settings", { mail: "tara@office.example", mode: "batched" });
  await refused(409, ada.call("POST", "/api/v1/notices/retry", { notice: randomId() }));
}

/** The office key vouches for the key that the server signs with, which exists once it has signed something. */
export async function certifyServerKey(office: SeedOffice) {
  const [ada, tara] = [named(office, "ada").client, named(office, "tara").client];
  const { noticeKey } = await ada.call<{ noticeKey: { publicKey: string } }>("GET", "/api/v1/notices/settings");
  const { publicKey } = noticeKey;
  await refused(403, tara.call("POST", "/api/v1/notices/key", { publicKey }));
  await refused(400, ada.call("POST", "/api/v1/notices/key", { publicKey }));
  const name = `${office.name}: notices`;
  const certified = await certifyKey({ publicKey, name, officePrivateKey: office.keys.privateKey, now: office.now() });
  await ada.call("POST", "/api/v1/notices/key", { publicKey: certified });
}

/** The page to take away is fetched and signed. */
async function signPage(office: SeedOffice) {
  const [ada, tara] = [named(office, "ada").client, named(office, "tara").client];
  const text = await (await fetch(`${office.base}/ombra-offline.html`)).text();
  const digest = await sha256Hex(utf8(text));
  const signed = { digest, signature: await signText(text, office.keys.privateKey, office.now()) };
  const address = "/api/v1/office/offline-signature";
  await refused(403, tara.call("POST", address, signed));
  await refused(409, ada.call("POST", address, { ...signed, digest: await sha256Hex("another page") }));
  await ada.call("POST", address, signed);
}

/** What was sent when the office was founded, sent where it does not belong. */
async function takePeople(office: SeedOffice, exchanges: readonly Exchange[]) {
  const [ada, tara] = [named(office, "ada"), named(office, "tara")];
  const invitation = { displayName: "Nora", roles: ["intake"] };
  const sent = (address: RegExp) => exchanges.find(({ path, status }) => address.test(path) && status < 300)?.request;
  const person = sent(/\/join\//)?.json;
  const certification = sent(/\/certification$/)?.json;
  const stranger = new Client(office.base);
  await refused(404, stranger.call("POST", `/api/v1/setup/${randomId()}`, sent(/\/setup\//)?.json));
  await refused(404, stranger.call("POST", `/api/v1/join/${randomId()}`, person));
  await refused(403, tara.client.call("POST", "/api/v1/team/invitations", invitation));
  const { path } = await ada.client.call<{ path: string }>("POST", "/api/v1/team/invitations", invitation);
  await refused(409, stranger.call("POST", `/api/v1${path}`, person));
  await refused(404, ada.client.call("POST", `/api/v1/team/${randomId()}/certification`, certification));
  await refused(409, ada.client.call("POST", `/api/v1/team/${tara.id}/certification`, certification));
}

/** After five wrong tries somebody has to wait. */
export async function signInBadly(base: string) {
  const client = new Client(base);
  const wrong = { name: "nobody", signIn: await sha256Hex("wrong") };
  for (let times = 0; times < 5; times++) await refused(401, client.call("POST", "/api/v1/sign-in", wrong));
  await refused(429, client.call("POST", "/api/v1/sign-in", wrong));
}
