import { useEffect, useState } from "react";
import { useWords } from "~/components/words";
import { shortCodeOf } from "~/desk/short-code";

/** A key's fingerprint in groups of four, as it is printed and read aloud. */
export function Fingerprint({ value, label }: { value: string; label?: string }) {
  const groups = value.toUpperCase().match(/.{1,4}/g) ?? [];
  return (
    <p className="fingerprint mono" dir="ltr" {...(label ? { "aria-label": label, role: "group" } : {})}>
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fingerprint never changes its order
        <span key={index}>{group} </span>
      ))}
    </p>
  );
}

/** The short code that two people compare over the telephone. */
export function ShortCode({ fingerprint, big = false }: { fingerprint: string; big?: boolean }) {
  const t = useWords("desk");
  const [code, setCode] = useState("");
  useEffect(() => {
    void shortCodeOf(fingerprint).then(setCode);
  }, [fingerprint]);
  return (
    <output className={big ? "short-code big mono" : "short-code mono"} dir="ltr" aria-label={t("code.label")}>
      {code || "…"}
    </output>
  );
}
