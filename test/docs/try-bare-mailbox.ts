import type { readPublicOffice } from "~/services/office.server";
import { perform } from "../../prisma/seed/acts";
import { Client } from "../../prisma/seed/http";
import type { SeedOffice } from "../../prisma/seed/people";
import { answerBareReport } from "../interop/support/answer-bare-report";
import { makeFolder, runProgram } from "../interop/support/shell";
import { named } from "../support/office";

type PublicOffice = NonNullable<Awaited<ReturnType<typeof readPublicOffice>>>;

/** A bare message made with gpg, its reply, a further message, and a step without words. */
export async function tryBareMailbox(office: SeedOffice) {
  const folder = makeFolder("ombra-w-");
  try {
    const seal = async () =>
      sealWithGpg(folder.path, office, await new Client(office.base).call<PublicOffice>("GET", "/api/v1/office"));
    const armored = await seal();
    const post = (body: string) =>
      fetch(`${office.base}/api/v1/reports?kind=complaint`, {
        method: "POST",
        headers: { "Content-Type": "application/pgp-encrypted" },
        body,
      });
    await post("plain words");
    const { reference, code } = (await (await post(armored)).json()) as { reference: string; code: string };
    await answer(office, reference);
    const ask = (path: string, fields: Record<string, string>, headers = {}) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      const body = "message" in fields ? form : new URLSearchParams(fields);
      return fetch(`${office.base}/api/v1/mailbox/armored${path}`, { method: "POST", headers, body });
    };
    await ask("", { code });
    await ask("", { code }, { Accept: "text/plain" });
    await ask("", { code: "no such code" });
    await ask("/messages", { code, message: await seal() });
    await ask("/messages", { code, message: "plain words" });
    await ask("/messages", { code: "no such code", message: await seal() });
    // What is sealed comes by the form that is judged on its way; by any other it is not even looked at.
    await ask("/messages", { code });
    await ask("/messages", { code, event: "urgent.flag" });
    await ask("/messages", { code, event: "case.close" });
  } finally {
    folder.remove();
  }
}

async function answer(office: SeedOffice, reference: string) {
  const tara = named(office, "tara");
  const queue = await tara.client.call<{ rows: { case: string; reference: string }[] }>(
    "GET",
    "/api/v1/cases?filter=complaint",
  );
  const caseId = queue.rows.find((row) => row.reference === reference)?.case ?? "";
  await tara.client.call("GET", `/api/v1/cases/${caseId}`);
  await perform(office, tara, caseId, { event: "conflict.declareNone" });
  await answerBareReport(office, tara, caseId, { event: "case.acknowledge", text: "We have it." });
}

/** Makes a throw-away key on first use, and encrypts a text with it to the two intake officers. */
function sealWithGpg(folder: string, office: SeedOffice, published: PublicOffice): string {
  const env = { GNUPGHOME: `${folder}/gnupg` };
  runProgram("mkdir", ["-p", "-m", "700", env.GNUPGHOME]);
  const gpg = (args: string[], input = "") =>
    runProgram("gpg", ["--batch", "--yes", "--armor", ...args], { input, env }).stdout;
  const key = ["--quick-generate-key", "reporter", "future-default", "default", "never"];
  gpg(["--pinentry-mode", "loopback", "--passphrase", "", ...key]);
  const intake = published.directory.filter(({ roles }) => roles.includes("intake"));
  for (const { publicKey } of intake) gpg(["--import"], publicKey);
  const to = intake.flatMap(({ fingerprint }) => ["--recipient", fingerprint]);
  return gpg(["--trust-model", "always", ...to, "--encrypt"], `For ${office.name}\n${gpg(["--export", "reporter"])}`);
}
