/** Where in an export something is wrong: an act by its place in the chain, or a part of the file by its name. */
export type Place = { readonly act: number } | { readonly part: string };

/** Something that does not hold. A check stops at the first; the reason is a sentence without its subject. */
export class Broken extends Error {
  override readonly name = "Broken";
  constructor(
    readonly place: Place,
    readonly reason: string,
  ) {
    super("act" in place ? `act ${place.act}: ${reason}` : `${place.part}: ${reason}`);
  }
}

/** The fault to tell first: the earliest act; a part of the file only where no act is at fault. */
export function firstOf(faults: readonly Broken[]): Broken | null {
  const seqOf = ({ place }: Broken) => ("act" in place ? place.act : Number.POSITIVE_INFINITY);
  return faults.reduce<Broken | null>((first, one) => (first && seqOf(first) <= seqOf(one) ? first : one), null);
}
