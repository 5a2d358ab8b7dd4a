/** A fingerprint in groups of four, left to right in every language, with a break only between groups. */
export function Fingerprint({ value }: { value: string }) {
  const groups = value.toUpperCase().match(/.{1,4}/g) ?? [];
  return (
    <span className="fingerprint" dir="ltr">
      {groups.join(" ")}
    </span>
  );
}
