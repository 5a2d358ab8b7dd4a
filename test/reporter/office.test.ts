import { beforeAll, expect, test } from "vitest";
import { loadOffice, requireRecipient } from "~/reporter/office";
import { network } from "./support/network";
import { makeOffice, NOW } from "./support/office";

let made: Awaited<ReturnType<typeof makeOffice>>;
beforeAll(async () => {
  made = await makeOffice([
    { name: "Tara", roles: ["intake"] },
    { name: "Tom", roles: ["intake"] },
  ]);
});

const load = (change: (answer: typeof made.answer) => void = () => {}) => {
  const body = structuredClone(made.answer);
  change(body);
  network(() => ({ status: 200, body }));
  return loadOffice(made.office.fingerprint);
};

test("an office whose key signs every line is taken as it is", async () => {
  const office = await load();
  expect(office.people.map(({ name }) => name)).toEqual(["Tara", "Tom"]);
});

test("another key than the page shows in print is refused", async () => {
  const other = await makeOffice([]);
  await expect(load((answer) => Object.assign(answer, other.answer))).rejects.toMatchObject({ fault: "fingerprint" });
});

test("a line that was changed after signing is refused, with the name of the person", async () => {
  const refused = load(({ directory: [line] }) => {
    if (line) line.entry = line.entry.replace('"intake"', '"ombudsperson"');
  });
  await expect(refused).rejects.toMatchObject({ fault: "entry", person: "Tara" });
});

test("a key that is not the signed one stops sealing and names the person", async () => {
  const office = await load(({ directory: [first, second] }) => {
    if (first && second) first.publicKey = second.publicKey;
  });
  const [tara] = office.people;
  if (!tara) throw new Error("Nobody is there.");
  await expect(requireRecipient(tara, office, NOW)).rejects.toMatchObject({ person: "Tara", fault: "otherKey" });
});

test("a key that the office has not certified stops sealing and names the person", async () => {
  const office = await load(({ directory: [first] }) => {
    if (first) first.publicKey = made.people[0]?.keys.publicKey ?? "";
  });
  const [tara] = office.people;
  if (!tara) throw new Error("Nobody is there.");
  await expect(requireRecipient(tara, office, NOW)).rejects.toMatchObject({ person: "Tara", fault: "uncertified" });
});
