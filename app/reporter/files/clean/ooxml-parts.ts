import type { Finding, Residue } from "../picked-file";
import { rewriteXml } from "./xml";

/** What is gathered over all parts: details, what stays, and every name of somebody who wrote or commented. */
export type PartFindings = { found: Finding[]; stays: Set<Residue>; authors: Set<string> };

/** Parts that say something about people, programs and machines and nothing that a reader sees. */
const DROPPED =
  /^(docProps|customXml|docMetadata|_xmlsignatures|\[trash\])\/|printerSettings|^word\/people\.xml$|^ppt\/(changesInfos\/|revisionInfo\.xml)|^xl\/(revisions\/|userNames\.xml)/i;

/** Elements that go with all that is in them: edit ids, variables, templates, mail merge, versions and paths. */
const DROPPED_ELEMENTS = new Set(
  "rsids docVars attachedTemplate mailMerge docId dataBinding absPath fileSharing fileVersion revisionPtr".split(" "),
);

/** Somebody's name, by the attribute that bears it. */
const NAMES: Record<string, string[]> = {
  author: ["*"],
  name: ["cmAuthor", "author"],
  displayName: ["person"],
  lastEditedBy: ["*"],
  userName: ["*"],
};
/** What else identifies who commented, and when. */
const IDENTITY = ["initials", "userId", "providerId"];
const TIMES = ["date", "dateUtc", "dt", "dT", "created", "createdDateTime"];
const COMMENTING = /^(cm|comment|commentExtensible|threadedComment|cmAuthor|author|person|reply|history|event)$/;
const CHANGE =
  /^(ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|numberingChange|\w+Change|(moveFrom|moveTo)RangeStart)$/;

/** A place on somebody's own machine or network. */
const PATH = /^(?:file:\/{2,3}|[a-z]:[\\/]|\\\\|\/(?:Users|home)\/)(?:.*[\\/])?([^\\/]*)$/i;

/** Whether a part is left out of the clean copy. */
export function isDropped(name: string): boolean {
  return DROPPED.test(name);
}

/** Cleans one XML part, and notes what it said. `dropped` are the parts that are left out, which nothing may point to any more. */
export function cleanPart(name: string, xml: string, dropped: readonly string[], notes: PartFindings): string {
  const gone = isRelations(name) ? leadingNowhere(name, xml, dropped) : new Set<string>();
  const lines = gone.size > 0 || name === "[Content_Types].xml" ? withoutGone(xml, gone, dropped) : xml;
  const see = (finding: Finding) => {
    const isKnown = notes.found.some(({ kind, value }) => kind === finding.kind && value === finding.value);
    if (!isKnown) notes.found.push(finding);
  };
  if (/<w:(ins|del|moveFrom)\b/.test(xml)) see({ kind: "trackedChanges" });
  if (/<w:(del|moveFrom)\b/.test(xml)) notes.stays.add("deletedText");
  if (/comment/i.test(name) && /<\w*:?(comment|cm|threadedComment)\b/.test(xml)) {
    see({ kind: "comments" });
    notes.stays.add("commentText");
  }
  if (/<sheet [^>]*state="(veryH|h)idden"|<p:sld [^>]*show="0"/.test(xml)) notes.stays.add("hiddenParts");
  if (/^xl\/(externalLinks|connections|queryTables)/.test(name)) notes.stays.add("formulas");

  return rewriteXml(lines, {
    drop: (element) => {
      if (element === "rsids") see({ kind: "editIds" });
      if (element === "absPath") see({ kind: "path" });
      if (element === "docVars" || element === "mailMerge") see({ kind: "properties" });
      return DROPPED_ELEMENTS.has(element);
    },
    attribute: (element, attribute, value) => {
      if (/^rsid/.test(attribute)) {
        see({ kind: "editIds" });
        return null;
      }
      if (isName(element, attribute)) return nameless(value);
      const isRemark = COMMENTING.test(element) || CHANGE.test(element);
      if (isRemark && IDENTITY.includes(attribute)) return attribute === "providerId" ? "None" : "A";
      // A day that the form demands is set to one that says nothing.
      if (isRemark && TIMES.includes(attribute)) return /^(w:)?date/.test(attribute) ? null : "2000-01-01T00:00:00Z";
      const path = PATH.exec(value);
      if (!path || /^\/(Users|home)?\/?$/.test(value)) return value;
      see({ kind: "path", value });
      return /^file:/i.test(value) ? `file:///${path[1] ?? ""}` : (path[1] ?? "");
    },
    text: (element, text) => (element === "author" && /^xl\//.test(name) ? nameless(text) : text),
  });

  function nameless(value: string): string {
    if (value !== "" && value !== "Author") {
      notes.authors.add(value);
      see({ kind: "author", value });
    }
    return "Author";
  }
}

function isName(element: string, attribute: string): boolean {
  const of = NAMES[attribute];
  return of !== undefined && (of.includes("*") || of.includes(element));
}

function isRelations(name: string): boolean {
  return name.endsWith(".rels");
}

/** The ids of relations in one list whose other end is left out. */
function leadingNowhere(name: string, xml: string, dropped: readonly string[]): Set<string> {
  const folder = name.replace(/_rels\/[^/]*$/, "");
  const gone = new Set<string>();
  for (const [tag] of xml.matchAll(/<Relationship\b[^>]*>/g)) {
    const [id, target, type] = ["Id", "Target", "Type"].map((key) => new RegExp(`\\b${key}="([^"]*)"`).exec(tag)?.[1]);
    const isTemplate = type?.endsWith("/attachedTemplate") ?? false;
    if (id && target && (isTemplate || dropped.includes(resolve(folder, target)))) gone.add(id);
  }
  return gone;
}

function resolve(folder: string, target: string): string {
  const path = (target.startsWith("/") ? target : `${folder}${target}`).split("/");
  const out: string[] = [];
  for (const step of path) {
    if (step === "..") out.pop();
    else if (step !== "" && step !== ".") out.push(step);
  }
  return out.join("/");
}

/** Lists of relations and of content types without the lines about parts that are left out. */
function withoutGone(xml: string, gone: ReadonlySet<string>, dropped: readonly string[]): string {
  return xml.replace(/<(Relationship|Override)\b[^>]*\/>/g, (tag, kind: string) => {
    const value = new RegExp(`\\b${kind === "Override" ? "PartName" : "Id"}="([^"]*)"`).exec(tag)?.[1] ?? "";
    const isGone = kind === "Override" ? dropped.includes(value.replace(/^\//, "")) : gone.has(value);
    return isGone ? "" : tag;
  });
}
