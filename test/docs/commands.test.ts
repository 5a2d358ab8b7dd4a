import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { messageSchema } from "~/services/mailbox-message.server";

/** The lines of every shell block on a page, without indentation. */
function commandsOf(page: string): string[] {
  const blocks = [...readFileSync(page, "utf8").matchAll(/^```sh\n([\s\S]*?)^```$/gm)];
  return blocks.flatMap(([, block = ""]) => linesOf(block));
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** What a reader fills in, or sees instead of a program's way of stopping. */
const OWN_WORDS = [/^\w+=/, /^umask /, /^mkdir -p /, /echo "Stop: /, /^gpg --status-file reply-00/, /^mkdir gnupg/];

test.each([
  ["docs/api.md", "test/interop/report-with-gpg-and-curl.sh"],
  ["docs/open-with-gpg.md", "test/interop/open-with-gpg.sh"],
])("every command on %s is one that the tested program runs", (page, program) => {
  const tested = linesOf(readFileSync(program, "utf8"));
  const others = commandsOf(page).filter((line) => !tested.includes(line) && !OWN_WORDS.some((own) => own.test(line)));
  expect(others).toEqual([]);
  expect(commandsOf(page).length).toBeGreaterThan(20);
});

test.each(["docs/api.md"])("every address on %s that begins with /api is in the OpenAPI page", (page) => {
  const { paths } = JSON.parse(readFileSync("docs/openapi.json", "utf8")) as { paths: Record<string, unknown> };
  const named = [...readFileSync(page, "utf8").matchAll(/\b(?:GET|POST|PUT) (\/api\/v1\/[\w/{}-]+)/g)].map(
    ([, path]) => path,
  );
  expect([...new Set(named)].sort()).toEqual(Object.keys(paths).sort());
});

/** One value of each code, as docs/api.md lists them. */
const CODES: Record<string, string> = {
  reason: "facts",
  person: "0".repeat(32),
  purpose: "referral",
  until: "2099-12-31",
  implementation: "partly",
};

/** The rows of the table of a reporter's steps: the event, the codes it has to say, those that it may, and its items. */
function stepsOn(page: string) {
  return [...page.matchAll(/^\| `(\w+\.\w+)` \| [^|]+ \|([^|]*)\| ([^|]+) \|$/gm)].map(
    ([, event, codes = "", items]) => {
      const [must = "", may = ""] = codes.split("may ");
      const named = (text: string) => [...text.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name);
      return { event: event ?? "", must: named(must), may: named(may), items };
    },
  );
}

/** Whether the server would take a step with these codes, with items and without. */
function taken(event: string, names: string[]): { withItems: boolean; without: boolean } {
  const codes = Object.fromEntries(names.map((name) => [name, CODES[name]]));
  const body = { v: 1, id: "1".repeat(32), event, codes, parts: [] };
  const armored = "-----BEGIN PGP MESSAGE-----";
  const items = [{ id: "2".repeat(32), kind: "message", seq: 1, armored }];
  return {
    withItems: messageSchema.safeParse({ ...body, compartment: "3".repeat(32), items }).success,
    without: messageSchema.safeParse({ ...body, items: [] }).success,
  };
}

test("the reporter's steps on docs/api.md are those that the server takes, with their codes", () => {
  const steps = stepsOn(readFileSync("docs/api.md", "utf8"));
  const known = messageSchema.shape.event.options as string[];
  expect(steps.map(({ event }) => event).sort()).toEqual([...known].sort());
  for (const { event, must, may, items } of steps) {
    const others = Object.keys(CODES).filter((name) => ![...must, ...may].includes(name));
    expect(taken(event, must).withItems, event).toBe(true);
    expect(taken(event, [...must, ...may]).withItems, event).toBe(true);
    if (items === "may be empty") expect(taken(event, must).without, event).toBe(true);
    for (const name of must)
      expect(
        taken(
          event,
          must.filter((one) => one !== name),
        ).withItems,
        event,
      ).toBe(false);
    for (const name of others) expect(taken(event, [...must, name]).withItems, event).toBe(false);
  }
});
