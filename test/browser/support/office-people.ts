import type { Hand } from "./hand";
import type { Stage } from "./stage";

/** Somebody of the office in the story. */
export interface Colleague {
  name: string;
  displayName: string;
  roles: string[];
}

export const PASSPHRASE = "canyon ladder protect wisdom orbit velvet";

/** Goes through the set-up as the first person and comes out at the desk. */
export async function setUp(stage: Stage, path: string, officeName: string, first: Colleague): Promise<Hand> {
  const { say } = stage;
  const hand = await stage.enter(path);
  await hand.write(say("desk", "setup.office.name"), officeName);
  await stage.keep(hand, "01-setup-office");
  await hand.press(say("desk", "step.next"));
  await hand.write(say("desk", "you.displayName"), first.displayName);
  await hand.write(say("desk", "you.name"), first.name);
  await hand.press(say("desk", "step.next"));
  await choosePassphrase(stage, hand);
  await hand.see(say("desk", "setup.sheet.heading"));
  await stage.keep(hand, "02-setup-sheet");
  await hand.tick(say("desk", "recovery.kept"));
  await hand.press(say("desk", "setup.sheet.open"));
  await hand.see(say("desk", "queue.empty.mine.heading"));
  return hand;
}

/** Invites a colleague, who joins, compares the code, is certified and signs in. Returns the colleague's window. */
export async function bringIn(stage: Stage, administrator: Hand, colleague: Colleague, keep = false): Promise<Hand> {
  const { say } = stage;
  await administrator.press(say("desk", "header.team"));
  await administrator.write(say("desk", "you.displayName"), colleague.displayName);
  for (const role of colleague.roles) await administrator.tick(say("codes", `roles.${role}.label`));
  await administrator.press(say("desk", "team.makeLink"));
  const link = await newLink(administrator);

  const hand = await stage.enter(new URL(link).pathname);
  await hand.write(say("desk", "you.name"), colleague.name);
  if (keep) await stage.keep(hand, "03-join");
  await hand.press(say("desk", "step.next"));
  await choosePassphrase(stage, hand);
  await hand.tick(say("desk", "recovery.kept"));
  await hand.press(say("desk", "join.send"));
  await hand.see(say("desk", "joined.heading"));
  if (keep) await stage.keep(hand, "04-code");
  const code = await hand.seeLike(/\d{4} \d{4} \d{4} \d{4}/);

  await administrator.press(say("desk", "header.queue"));
  await administrator.press(say("desk", "header.team"));
  await administrator.see(code);
  if (keep) await stage.keep(administrator, "05-certify");
  await administrator.press(say("desk", "team.certify"));
  await administrator.gone(say("desk", "team.certify"));

  await hand.press(say("desk", "joined.signIn"));
  await hand.write(say("desk", "you.name"), colleague.name);
  await hand.write(say("desk", "passphrase.first"), PASSPHRASE);
  await hand.press(say("desk", "signIn.submit"));
  await hand.see(say("desk", "queue.empty.mine.heading"));
  return hand;
}

const used = new Set<string>();

/** The link that the page shows now; the one before it stays until the new one has come. */
async function newLink(administrator: Hand): Promise<string> {
  const until = Date.now() + 20_000;
  while (Date.now() < until) {
    const link = await administrator.page.evaluate(
      () => document.querySelector<HTMLInputElement>("input[readonly]")?.value ?? "",
    );
    if (link && !used.has(link)) {
      used.add(link);
      return link;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`No new link was made. The page says: ${await administrator.text()}`);
}

async function choosePassphrase(stage: Stage, hand: Hand) {
  const { say } = stage;
  await hand.write(say("desk", "passphrase.first"), PASSPHRASE);
  await hand.write(say("desk", "passphrase.second"), PASSPHRASE);
  await hand.press(say("desk", "passphrase.next"));
}
