import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Act } from "~crypto/acts";
import { canonicalJson } from "~crypto/canonical";
import { Client } from "../../prisma/seed/http";
import { named, REASONS } from "../support/office";
import { type PlayedCase, playCase } from "./support";

let played: PlayedCase;
const pathOf = () => `/api/v1/cases/${played.caseId}/export`;

beforeAll(async () => {
  played = await playCase();
});
afterAll(() => played?.stop());

describe("a case export", () => {
  test("is for people on the case: an administrator, a liaison and a stranger get nothing", async () => {
    const { office } = played;
    await named(office, "tom").client.call("GET", pathOf());
    for (const name of ["ada", "lia"])
      await expect(named(office, name).client.call("GET", pathOf())).rejects.toMatchObject({ status: 404 });
    await expect(new Client(office.base).call("GET", pathOf())).rejects.toMatchObject({ status: 401 });
    const other = `/api/v1/cases/${"ab".repeat(16)}/export`;
    await expect(named(office, "tara").client.call("GET", other)).rejects.toMatchObject({ status: 404 });
  });

  test("is one canonical text, offered as a file", async () => {
    const { office, exported } = played;
    const headers = { Cookie: named(office, "tara").client.cookie };
    const response = await fetch(office.base + pathOf(), { headers });
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="case-[0-9a-f]{8}\.json"$/);
    const text = await response.text();
    expect(text).toBe(canonicalJson(exported as never));
  });

  test("holds no message, no note and no key that opens one, in the clear or sealed", () => {
    const text = JSON.stringify(played.exported);
    expect(text).not.toContain("BEGIN PGP MESSAGE");
    expect(text).not.toContain("PRIVATE KEY");
    const full = JSON.stringify(played.full);
    expect(full).toContain("BEGIN PGP MESSAGE");
    for (const plain of ["A crate.", "July.", "We have your report.", REASONS]) expect(full).not.toContain(plain);
  });

  test("names every act as it was signed, and every sealed item with its author and digest", () => {
    const { acts, items, compartments } = played.exported;
    const events = acts.map(({ text }) => (JSON.parse(text) as Act).event);
    expect(events[0]).toBe("case.register");
    expect(events.at(-1)).toBe("review.approve");
    expect(new Set(items.map(({ author }) => author)).size).toBe(3);
    expect(compartments.map(({ type }) => type).sort()).toEqual(["correspondence", "deliberation"]);
    expect(played.exported.final.value.procedure).toBe("closed");
  });
});
