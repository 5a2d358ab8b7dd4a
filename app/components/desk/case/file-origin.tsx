import { useLanguage, useWords } from "~/components/words";
import type { FileManifest } from "~crypto/parts";

/** Whether a file was cleaned before it was sealed, what was found in it, and the digests by which it can be told apart. */
export function FileOrigin({ manifest }: { manifest: FileManifest }) {
  const t = useWords("files");
  const language = useLanguage();
  const { cleaning, sha256 } = manifest;
  if (!cleaning) return sha256 ? <Digest label={t("desk.digest")} digest={sha256} /> : null;
  const { state, found, original, apart } = cleaning;
  // A kind that this catalogue does not know was found by a newer page.
  const kinds = [...new Set(found.map((kind) => t([`found.${kind}`, "found.other"])))];
  const list = new Intl.ListFormat(language).format(kinds);
  const isFound = kinds.length > 0;
  const said = {
    cleaned: isFound ? "desk.cleaned" : "desk.nothing",
    kept: isFound ? "desk.kept" : "desk.keptNothing",
    uncleaned: isFound ? "desk.uncleaned" : "desk.uncleanedNothing",
    original: "desk.original",
  }[state];
  const rest = state === "cleaned" && isFound ? t(apart ? "desk.apart" : "desk.notKept") : "";
  return (
    <>
      <p className={state === "cleaned" ? "note" : "note warn"}>
        {t(said, { found: list })} {rest} {state === "original" ? "" : t("desk.claim")}
      </p>
      {sha256 && <Digest label={t("desk.digest")} digest={sha256} />}
      {original && original !== sha256 && <Digest label={t("desk.originalDigest")} digest={original} />}
    </>
  );
}

function Digest({ label, digest }: { label: string; digest: string }) {
  return (
    <details className="small">
      <summary>{label}</summary>
      <code dir="ltr" className="break">
        {digest}
      </code>
    </details>
  );
}
