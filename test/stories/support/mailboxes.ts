import { startGpg } from "../../crypto/support";
import { armoredIn } from "../../notices/support/mail";
import type { Received } from "../../notices/support/smtp-peer";
import type { World } from "./world";

export const addressOf = (name: string) => `${name}@office.example`;

/** Everybody asks for mail, at an address of their own. */
export async function askForMail(world: World): Promise<void> {
  for (const { name, client } of world.office.people)
    await client.call("POST", "/api/v1/notices/settings", { mail: addressOf(name), mode: "batched" });
}

/** Opens mails with the real gpg, each with its reader's key: the text, and whose good signature it bears. */
export async function openMails(world: World, mails: readonly Received[]) {
  const [office] = world.rows<{ noticeKey: string }>("SELECT noticeKey FROM Office");
  const gpg = await startGpg();
  // gpg judges by the clock of the story; the last time that it is told counts.
  const at = ["--faked-system-time", String(Math.floor(world.office.now().getTime() / 1000))];
  try {
    await gpg.ok([...at, "--import"], office?.noticeKey ?? "");
    for (const { keys } of world.office.people) await gpg.ok([...at, "--import"], keys.privateKey);
    const opened = [];
    for (const mail of mails) {
      const { text, log } = await gpg.ok([...at, "--status-fd", "2", "--decrypt"], armoredIn(mail));
      opened.push({ text, signer: /VALIDSIG ([0-9A-F]{40})/.exec(log)?.[1]?.toLowerCase() ?? null });
    }
    return opened;
  } finally {
    await gpg.close();
  }
}

/** A mail without what differs in every mail there is: its reader and the filling that evens out their name, its date, its id, the sealed bytes. */
export function outsideOf({ raw }: Received): string {
  return raw
    .replace(/^(To|Date|Message-ID): .*$/gim, "$1:")
    .replace(/^=+\r$/m, "")
    .replace(/(-----BEGIN PGP MESSAGE-----\r\n)[\s\S]+?(\r\n-----END PGP)/, "$1$2");
}
