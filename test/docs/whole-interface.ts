import type { readPublicOffice } from "~/services/office.server";
import { randomId, sha256Hex } from "~crypto/bytes";
import { sealItem } from "~crypto/items";
import { deriveReceiptSecrets } from "~crypto/receipt";
import { perform } from "../../prisma/seed/acts";
import { Client, RefusedError } from "../../prisma/seed/http";
import { foundOffice, type SeedOffice, type SeedPerson } from "../../prisma/seed/people";
import { type SentReport, sealReport, sendReport } from "../../prisma/seed/report";
import { answerBareReport } from "../interop/support/answer-bare-report";
import { makeFolder, runProgram } from "../interop/support/shell";
import { startServer, type TestServer } from "../support/server";

type PublicOffice = NonNullable<Awaited<ReturnType<typeof readPublicOffice>>>;
const FORM = { "Content-Type": "application/x-www-form-urlencoded" };

/** Uses every operation of the machine interface on a fresh server, well and badly. Returns how to stop the server. */
export async function exerciseInterface(): Promise<() => Promise<void>> {
  const server = await startServer();
  const stranger = new Client(server.base);
  await refused(404, stranger.call("GET", "/api/v1/office"));
  await refused(400, stranger.call("POST", `/api/v1/setup/${server.setupToken}`, {}));
  const office = await foundOffice(server.base, server.setupToken, {
    officeName: "Office of Tests",
    passphrase: "a passphrase for tests only",
    people: [
      { name: "ada", displayName: "Ada Admin", roles: ["administrator"] },
      { name: "tara", displayName: "Tara Intake", roles: ["intake"] },
      { name: "tom", displayName: "Tom Intake", roles: ["intake"] },
    ],
  });
  const [ada, tara] = office.people as [SeedPerson, SeedPerson];
  await refused(403, tara.client.call("POST", "/api/v1/team/invitations", { displayName: "Nora", roles: ["intake"] }));
  await refused(
    409,
    ada.client.call("POST", `/api/v1/team/${tara.id}/certification`, await certificationOf(ada, tara)),
  );
  await sealedWay(office, tara, server);
  await bareWay(office, tara, server);
  await signInBadly(server);
  await tara.client.call("POST", "/api/v1/sign-out");
  await refused(401, tara.client.call("GET", "/api/v1/cases"));
  return () => server.stop();
}

/** A report with a file from the browser's way, its mailbox, and its case at the desk. */
async function sealedWay(office: SeedOffice, tara: SeedPerson, server: TestServer) {
  const stranger = new Client(server.base);
  const files = [{ name: "scan.pdf", type: "application/pdf", bytes: new Uint8Array(70_000) }];
  const sealed = await sealReport(office, { kind: "tip", answers: {}, files });
  await refused(409, stranger.call("POST", "/api/v1/reports", sealed.body));
  const report = await sendReport(office, sealed);
  await refused(409, stranger.call("POST", "/api/v1/reports", { ...(sealed.body as object), urgent: true }));
  await refused(400, stranger.call("POST", "/api/v1/reports", { v: 1 }));
  await refused(403, stranger.call("POST", "/api/v1/reports", {}, { Origin: "https://elsewhere.example" }));
  await refused(400, stranger.call("PUT", `/api/v1/uploads/${report.case}/${randomId()}?sha256=${"0".repeat(64)}`));
  await readQueueAndCase(office, tara, report);
  await exchangeInMailbox(office, report);
  const part = sealed.parts[0]?.id ?? "";
  const cookie = { Cookie: tara.client.cookie };
  await fetch(`${server.base}/api/v1/parts/${report.case}/${part}`, { headers: cookie });
  await fetch(`${server.base}/api/v1/parts/${report.case}/${randomId()}`, { headers: cookie });
}

async function readQueueAndCase(office: SeedOffice, tara: SeedPerson, report: SentReport) {
  await tara.client.call("GET", "/api/v1/cases?filter=tip");
  await tara.client.call("GET", `/api/v1/cases/${report.case}`);
  await refused(404, tara.client.call("GET", `/api/v1/cases/${randomId()}`));
  await refused(422, perform(office, tara, report.case, { event: "case.acknowledge", message: "Too early." }));
  await perform(office, tara, report.case, { event: "conflict.declareNone" });
  await perform(office, tara, report.case, {
    event: "case.acknowledge",
    codes: { recused: [] },
    message: "We have it.",
  });
  await perform(office, tara, report.case, { event: "info.request", message: "Which month?" });
  await tara.client.call("POST", `/api/v1/cases/${report.case}/read`, { seq: 3 });
  await refused(404, tara.client.call("POST", `/api/v1/cases/${randomId()}/read`, { seq: 3 }));
  await tara.client.call("GET", `/api/v1/cases/${report.case}`);
}

type Mailbox = { compartments: { id: string; publicKey: string }[]; items: { seq: number; digest: string }[] };

async function exchangeInMailbox(office: SeedOffice, report: SentReport) {
  const client = new Client(office.base);
  const { locator, auth } = await deriveReceiptSecrets(report.words, office.keys.fingerprint);
  await refused(404, client.call("POST", "/api/v1/mailbox/session", { locator, auth: locator }));
  await refused(413, client.call("POST", "/api/v1/mailbox/session", { locator: "0".repeat(5000), auth }));
  await refused(401, client.call("GET", "/api/v1/mailbox"));
  const { token } = await client.call<{ token: string }>("POST", "/api/v1/mailbox/session", { locator, auth });
  const headers = { Authorization: `Bearer ${token}` };
  const mailbox = await client.call<Mailbox>("GET", "/api/v1/mailbox", undefined, headers);
  const compartment = mailbox.compartments[0];
  if (!compartment) throw new Error("The mailbox is empty.");
  const send = async (seq: number, event: string) => {
    const payload = {
      case: report.case,
      compartment: "correspondence" as const,
      kind: "message",
      seq,
      prev: mailbox.items.at(-1)?.digest ?? "",
      body: { text: "July." },
    };
    const { armored } = await sealItem({ payload, compartmentPublicKey: compartment.publicKey, now: new Date() });
    const items = [{ id: randomId(), kind: "message", seq, armored }];
    const body = { v: 1, id: randomId(), event, codes: {}, compartment: compartment.id, items, parts: [] };
    return client.call("POST", "/api/v1/mailbox/messages", body, headers);
  };
  await send(mailbox.items.length, "reporter.reply");
  await refused(409, send(0, "reporter.message"));
  await refused(422, send(mailbox.items.length + 1, "review.request"));
  await client.call("GET", "/api/v1/mailbox", undefined, headers);
}

/** A bare message made with gpg, its reply, and a further message. */
async function bareWay(office: SeedOffice, tara: SeedPerson, server: TestServer) {
  const folder = makeFolder("ombra-w-");
  try {
    const seal = async () =>
      sealWithGpg(folder.path, office, await new Client(server.base).call<PublicOffice>("GET", "/api/v1/office"));
    const armored = await seal();
    const post = (body: string) =>
      fetch(`${server.base}/api/v1/reports?kind=complaint`, {
        method: "POST",
        headers: { "Content-Type": "application/pgp-encrypted" },
        body,
      });
    await post("plain words");
    const { reference, code } = (await (await post(armored)).json()) as { reference: string; code: string };
    const queue = await tara.client.call<{ rows: { case: string; reference: string }[] }>(
      "GET",
      "/api/v1/cases?filter=complaint",
    );
    const caseId = queue.rows.find((row) => row.reference === reference)?.case ?? "";
    await tara.client.call("GET", `/api/v1/cases/${caseId}`);
    await perform(office, tara, caseId, { event: "conflict.declareNone" });
    await answerBareReport(office, tara, caseId, { event: "case.acknowledge", text: "We have it." });
    const ask = (path: string, fields: Record<string, string>, headers = {}) =>
      fetch(`${server.base}/api/v1/mailbox/armored${path}`, {
        method: "POST",
        headers: { ...FORM, ...headers },
        body: new URLSearchParams(fields),
      });
    await ask("", { code });
    await ask("", { code }, { Accept: "text/plain" });
    await ask("", { code: "no such code" });
    await ask("/messages", { code, message: await seal() });
    await ask("/messages", { code, message: "plain words" });
  } finally {
    folder.remove();
  }
}

/** Makes a throw-away key on first use, and encrypts a text with it to the two intake officers. */
function sealWithGpg(folder: string, office: SeedOffice, published: PublicOffice): string {
  const env = { GNUPGHOME: `${folder}/gnupg` };
  runProgram("mkdir", ["-p", "-m", "700", env.GNUPGHOME]);
  const gpg = (args: string[], input = "") =>
    runProgram("gpg", ["--batch", "--yes", "--armor", ...args], { input, env }).stdout;
  gpg([
    "--pinentry-mode",
    "loopback",
    "--passphrase",
    "",
    "--quick-generate-key",
    "reporter",
    "future-default",
    "default",
    "never",
  ]);
  const intake = published.directory.filter(({ roles }) => roles.includes("intake"));
  for (const { publicKey } of intake) gpg(["--import"], publicKey);
  const to = intake.flatMap(({ fingerprint }) => ["--recipient", fingerprint]);
  return gpg(["--trust-model", "always", ...to, "--encrypt"], `For ${office.name}\n${gpg(["--export", "reporter"])}`);
}

async function signInBadly(server: TestServer) {
  const client = new Client(server.base);
  const wrong = { name: "nobody", signIn: await sha256Hex("wrong") };
  for (let times = 0; times < 5; times++) await refused(401, client.call("POST", "/api/v1/sign-in", wrong));
  await refused(429, client.call("POST", "/api/v1/sign-in", wrong));
}

/** What certified a colleague once; the second time it is refused. */
async function certificationOf(ada: SeedPerson, person: SeedPerson) {
  const { directory } = await ada.client.call<PublicOffice>("GET", "/api/v1/office");
  const found = directory.find((one) => one.person === person.id);
  return { publicKey: found?.publicKey, entry: found?.entry, entrySignature: found?.entrySignature };
}

async function refused(status: number, call: Promise<unknown>) {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof RefusedError) || error.status !== status) {
    throw new Error(`Expected ${status}, got ${error instanceof Error ? error.message : "an answer"}.`);
  }
}
