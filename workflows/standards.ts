import type { Day } from "./days";

/** One yardstick that a decision can cite. The id is stable and public; the wording behind it is reviewed by a set date. */
export type Standard = { readonly id: string; readonly title: string; readonly source: string; readonly reviewBy: Day };

const reviewBy = "2027-12-31";

/** The office's register of standards. Every reasoned act cites at least one id from here. */
export const STANDARDS: readonly Standard[] = [
  {
    id: "STD-WBD-9",
    title: "Follow-up and feedback on reports",
    source: "Directive (EU) 2019/1937, Article 9",
    reviewBy,
  },
  {
    id: "STD-WBD-11",
    title: "Duties of an external reporting channel",
    source: "Directive (EU) 2019/1937, Article 11",
    reviewBy,
  },
  {
    id: "STD-WBD-16",
    title: "Confidentiality of the reporter",
    source: "Directive (EU) 2019/1937, Article 16",
    reviewBy,
  },
  { id: "STD-ISO-37002", title: "Receive, assess, address, conclude", source: "ISO 37002:2021, clause 8", reviewBy },
  {
    id: "STD-EO-INQ",
    title: "Inquiry into maladministration",
    source: "European Ombudsman, inquiry practice",
    reviewBy,
  },
  {
    id: "STD-OECD-NCP",
    title: "Initial assessment and statements",
    source: "OECD Guidelines, National Contact Point procedures",
    reviewBy,
  },
  {
    id: "STD-UNGP-31",
    title: "Effective grievance mechanisms",
    source: "UN Guiding Principles, principle 31",
    reviewBy,
  },
  {
    id: "STD-DU-821",
    title: "Control of cyber-surveillance items",
    source: "Regulation (EU) 2021/821, Article 5",
    reviewBy,
  },
  {
    id: "STD-GOOD-ADMIN",
    title: "Right to good administration",
    source: "EU Charter of Fundamental Rights, Article 41",
    reviewBy,
  },
  {
    id: "STD-VENICE",
    title: "Independence of the ombudsperson",
    source: "Venice Principles, Council of Europe 2019",
    reviewBy,
  },
  { id: "STD-OFFICE-INTAKE", title: "Published intake rules", source: "This office's published procedure", reviewBy },
];

export function isStandard(value: unknown): boolean {
  return STANDARDS.some(({ id }) => id === value);
}
