import { perform } from "./acts";
import { STORIES } from "./demo-stories";
import { foundOffice, type PersonPlan, type SeedOffice, signIn } from "./people";
import { sealReport, sendReport } from "./report";

/** The invented office's people, one for each role that the procedure needs. */
export const DEMO_PEOPLE: PersonPlan[] = [
  { name: "amal", displayName: "Amal Haddad", roles: ["administrator", "reviewer"] },
  { name: "mara", displayName: "Mara Lind", roles: ["intake"] },
  { name: "jonas", displayName: "Jonas Weber", roles: ["intake", "reviewer"] },
  { name: "ines", displayName: "Ines Duarte", roles: ["investigator"] },
  { name: "olga", displayName: "Olga Brandt", roles: ["ombudsperson"] },
  { name: "viktor", displayName: "Viktor Osei", roles: ["reviewer", "ombudsperson"] },
];

/** One passphrase for everybody: this is a demonstration, and says so on every page. */
export const DEMO_PASSPHRASE = "orbit velvet canyon ladder protect wisdom";

/** How the demonstration moves through time: the server is started anew on each of these days before today. */
export const DEMO_DAYS = [...new Set(STORIES.flatMap((story) => story.steps.map((step) => step.daysAgo)))].sort(
  (a, b) => b - a,
);

/** Founds the invented office. */
export function foundDemoOffice(base: string, setupToken: string, now: () => Date): Promise<SeedOffice> {
  return foundOffice(base, setupToken, {
    officeName: "Office of the Export Control Ombudsperson",
    people: DEMO_PEOPLE,
    passphrase: DEMO_PASSPHRASE,
    now,
  });
}

/** Plays what happened on one day, with real keys; says each case that moved. */
export async function playDay(
  office: SeedOffice,
  daysAgo: number,
  cases: Map<string, string>,
  say: (line: string) => void,
) {
  for (const person of office.people) await signIn(person);
  for (const story of STORIES) {
    for (const step of story.steps.filter((one) => one.daysAgo === daysAgo)) {
      const known = cases.get(story.id);
      if (!known) {
        const sent = await sendReport(office, await sealReport(office, story.report));
        cases.set(story.id, sent.case);
        say(`  ${sent.reference}  ${story.report.kind}: received`);
      }
      const caseId = cases.get(story.id) ?? "";
      for (const { by, grantTo, ...plan } of step.acts) {
        const person = (name: string) => office.people.find((one) => one.name === name) ?? office.people[0];
        const [me, grant] = [person(by), grantTo && person(grantTo)];
        if (!me) throw new Error(`Nobody is called ${by}.`);
        await perform(office, me, caseId, { ...plan, ...(grant && { grant }) });
      }
    }
  }
}
