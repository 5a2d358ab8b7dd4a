import { expect, test } from "vitest";
import { drawSome, MAX_RECIPIENTS, randomBelow } from "~/reporter/draw";
import { intakeWithout, type Office } from "~/reporter/office";

const people = ["a", "b", "c", "d", "e"];

test("three of five are drawn, none of them twice", () => {
  const drawn = drawSome(people);
  expect(drawn).toHaveLength(MAX_RECIPIENTS);
  expect(new Set(drawn).size).toBe(MAX_RECIPIENTS);
  expect(people).toEqual(expect.arrayContaining(drawn));
});

test("all are drawn where there are fewer, and nobody where nobody is left", () => {
  expect(drawSome(["a", "b"]).sort()).toEqual(["a", "b"]);
  expect(drawSome([])).toEqual([]);
});

test("everybody is drawn about equally often", () => {
  const counts = new Map(people.map((one) => [one, 0]));
  for (let round = 0; round < 3000; round++) {
    for (const one of drawSome(people)) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  // 1800 expected each; the bounds lie more than six standard deviations away.
  for (const count of counts.values()) expect(count).toBeGreaterThan(1620);
  for (const count of counts.values()) expect(count).toBeLessThan(1980);
});

test("random numbers stay below their limit", () => {
  for (let round = 0; round < 200; round++) expect(randomBelow(3)).toBeLessThan(3);
});

test("only those who receive reports and are not struck out can be drawn", () => {
  const person = (id: string, ...roles: string[]) => ({ person: id, name: id, roles, fingerprint: "", publicKey: "" });
  const office: Office = {
    name: "",
    fingerprint: "",
    publicKey: "",
    work: 0,
    maxReportBytes: 0,
    people: [person("a", "intake"), person("b", "intake", "investigator"), person("c", "ombudsperson")],
  };
  expect(intakeWithout(office, new Set()).map((one) => one.person)).toEqual(["a", "b"]);
  expect(intakeWithout(office, new Set(["a"])).map((one) => one.person)).toEqual(["b"]);
});
