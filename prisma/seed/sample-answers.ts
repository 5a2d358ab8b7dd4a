import type { Answers } from "~/forms/form";

/** Invented answers that today's form lets through as they are, one set for each kind. */
export const TIP: Answers = {
  urgent: "no",
  basis: ["seen", "document"],
  fewKnow: "5to20",
  summary: "The certificate names a water authority, and the boxes went to a trading firm in a free zone.",
  status: "ongoing",
  identity: "anonymous",
  truth: true,
};

export const GRIEVANCE: Answers = {
  summary: "Our licence application has been silent for nine months, and nobody gives a reason for it.",
  when: { from: "2026-02", to: "", about: true },
  grievance: ["delay", "noReasons"],
  decision: { what: "silence", authority: "Licensing authority", asked: "2026-02" },
  items: [{ family: "5A001.j", code: "5A001.j", product: "Carrier-class monitoring", quantity: "to10" }],
  endUseStated: "Network quality measurement by a telephone company",
  dest: [{ country: "KE" }],
  licence: { number: "L-2026-0117", type: "individual", decision: "pending", applied: "2026-02-03" },
  parties: [
    { role: "exporter", name: "Lumen Optics" },
    { role: "endUser", name: "A telephone company", country: "KE", source: "from the contract" },
  ],
  priorSteps: [{ body: "authority", date: "2026-06", result: "No answer" }],
  outcome: ["REASONS", "PROCEDURE"],
  loss: { timeCritical: "yes", size: "serious", sme: "yes" },
  standing: { organisation: "Lumen Optics", contact: "Export department" },
  mandate: { onBehalf: "organisation", authority: "I sign for the company." },
  confid: "some",
  confidParts: [{ part: "technology", which: "The price list", toAuthority: "no" }],
  identity: "office",
  truth: true,
};

export const COMPLAINT: Answers = {
  urgent: "no",
  basis: ["document", "public"],
  summary: "Phones of our members were infected with a tool that was exported from this country.",
  status: "ongoing",
  when: { from: "2026-05", to: "2026-09", about: true },
  dest: [{ country: "RS" }],
  route: [{ country: "AE" }, { country: "CY" }],
  parties: [
    { role: "manufacturer", name: "Known to us" },
    { role: "endUser", name: "An interior ministry", country: "RS" },
  ],
  redFlags: [{ id: "RF-24", note: "Three newspapers wrote about it." }, { id: "RF-30" }],
  harm: ["intrusion", "sources"],
  affected: {
    group: "Journalists of one newspaper",
    number: "to100",
    vulnerable: ["journalists"],
    place: "The capital",
  },
  rights: "The export was licensed although the ministry's record was public.",
  priorSteps: [{ body: "authority", date: "2026-08", result: "No answer" }],
  outcome: ["SUSPEND", "RECONSIDER"],
  mandate: { onBehalf: "affected", authority: "A letter of each of them", consent: "all" },
  identity: "office",
  retaliation: { state: "threatened", kinds: ["surveillance", "threat"], since: "2026-07", what: "Calls at night." },
  consent: ["authority"],
  truth: true,
};

export const DISCLOSURE: Answers = {
  summary: "Two spare parts left under a general licence that does not cover them; we found it in our own audit.",
  items: [{ family: "5A001.f", product: "Antenna module", quantity: "to10" }],
  parties: [{ role: "consignee", name: "A repair shop", country: "TR" }],
  remedialSteps: "Deliveries are stopped, the parts were called back, and the check now has two signatures.",
  standing: { organisation: "Lumen Optics" },
  mandate: { onBehalf: "organisation" },
  confid: "none",
  identity: "open",
  truth: true,
};
