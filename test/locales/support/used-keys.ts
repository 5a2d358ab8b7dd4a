import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Keys that are put together from ids, where the source does not show their beginning. Everything else is found in the
 * source: a key as it stands, or a template such as `state.${id}.what`.
 */
const PUT_TOGETHER: { [namespace: string]: { pattern: RegExp; where: string }[] } = {
  form: [{ pattern: /^(page|field)\./, where: "app/forms/field-words.ts takes them by the ids of the form" }],
  codes: [
    {
      pattern: /^(grounds|outcomes|results|implementation|withhold|minimum|recommendations|purposes)\./,
      where: "app/components/desk/act/code-field.tsx and app/desk/act-terms.ts, by the name of the list",
    },
    { pattern: /^(quarantineReasons|reviewReasons|keyReasons)\./, where: "app/desk/act-terms.ts" },
    { pattern: /^(harms|evidenceKinds|retaliationKinds)\./, where: "the published lists of workflows/policy" },
    { pattern: /^overrides\.O\d$/, where: "app/components/desk/act/triage-fields.tsx, by the rules of the policy" },
    { pattern: /^duties\.preliminaryAssessmentComplaint$/, where: "app/components/procedure/use-names.ts" },
  ],
  guidance: [
    {
      pattern: /^(can|cannot|others|anonymity|hints|traces)\.(title|list\.\w+)$/,
      where: "app/components/public/guidance.tsx, by the name of the section",
    },
    {
      pattern: /^law\.(place\.\w+|notices\.\w+\.v\d+)$/,
      where: "app/components/public/law-notices.tsx, by the notice",
    },
  ],
  offline: [
    { pattern: /^instead\./, where: "app/locales/offline-words.server.ts puts them in place of the form's own" },
  ],
  mail: [{ pattern: /^(party|staff)\.(news|again)$/, where: "app/services/notices/mail-text.server.ts" }],
};

/**
 * Tells whether some code reads a message: its key stands in the source, or a template makes it from words that do.
 */
export function keyReader(): (namespace: string, key: string) => boolean {
  const { whole, templates, words } = readSource();
  const isMade = (key: string) =>
    templates.some((template) =>
      template
        .exec(key)
        ?.slice(1)
        .every((filled) => filled.split(/[._]/).every((part) => words.has(part))),
    );
  return (namespace, key) => {
    const stem = key.replace(/_(zero|one|two|few|many|other)$/, "");
    // The reporter's module hangs some catalogues below their own name: `t("form.next")`.
    return [key, stem, `${namespace}.${key}`, `${namespace}.${stem}`].some(
      (one) =>
        whole.has(one) || isMade(one) || PUT_TOGETHER[namespace]?.some(({ pattern }) => pattern.test(one)) === true,
    );
  };
}

const HOLE = /\$\{(?:[^{}`]|\{[^{}]*\})*\}/g;

function readSource() {
  const whole = new Set<string>();
  const words = new Set<string>();
  const templates: RegExp[] = [];
  for (const text of ["app", "workflows", "crypto"].flatMap(textsBelow)) {
    for (const [word] of text.matchAll(/[\w-]+/g)) for (const part of word.split("_")) words.add(part);
    for (const [, quoted = ""] of text.matchAll(/"((?:\w+:)?[\w.-]+)"/g)) whole.add(quoted.replace(/^\w+:/, ""));
    for (const [, template = ""] of text.matchAll(/`((?:[\w.:-]|\$\{(?:[^{}`]|\{[^{}]*\})*\})+)`/g)) {
      const shape = template.replace(/^\w+:/, "").replace(HOLE, "*");
      // What begins with a hole would take any key.
      if (/^[A-Za-z]\w*[._]/.test(shape) && shape.includes("*")) templates.push(toPattern(shape));
    }
  }
  return { whole, templates, words };
}

function textsBelow(folder: string): string[] {
  return readdirSync(join(process.cwd(), folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes("generated"))
    .map((name) => readFileSync(join(process.cwd(), folder, name), "utf8"));
}

function toPattern(shape: string): RegExp {
  const parts = shape.split("*").map((part) => part.replace(/[.-]/g, "\\$&"));
  return new RegExp(`^${parts.join("([\\w.-]+)")}$`);
}
