import { takenBackBy } from "./consents";
import type { ReportBody } from "./read-bodies";
import type { CaseItem, CaseRecord } from "./records";

/** An opened report as the text of a file in the unified reporting template. A consent that was taken back since is left out. */
export async function writeUrt(
  { reference, kind: caseKind, acts }: Pick<CaseRecord, "reference" | "kind" | "acts">,
  { form: id, kind: written, language, answers: told }: ReportBody,
  { digest, day }: Pick<CaseItem, "digest" | "day">,
): Promise<string> {
  const [forms, { findForm }, { toUrt }] = await Promise.all([
    import("~/forms"),
    import("~/forms/versions"),
    import("~/forms/urt"),
  ]);
  const takenBack = takenBackBy(acts);
  const consent = Array.isArray(told.consent) && told.consent.filter((each) => !takenBack.includes(String(each)));
  const answers = consent ? { ...told, consent } : told;
  const form = findForm(id) ?? forms.CURRENT;
  const kind = forms.isKind(written) && forms.caseKind(written) === caseKind ? written : caseKind;
  const envelope = {
    caseRef: reference,
    kind,
    lang: /^[a-z]{2,3}$/.test(language) ? language : "und",
    receivedMonth: day.slice(0, 7),
    cipherHash: digest,
  };
  const fields = form.pages.flatMap((page) => page.fields);
  return `${JSON.stringify(toUrt(envelope, { form: form.id, answers, fields }), null, 2)}\n`;
}
