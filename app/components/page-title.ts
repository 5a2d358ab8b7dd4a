import type { MetaDescriptor } from "@remix-run/node";

type Matches = readonly ({ id: string; data?: unknown } | undefined)[];

/** The one title of every page. A route with a `meta` of its own has to say it again, because it replaces the root's. */
export function pageTitle(matches: Matches): MetaDescriptor {
  const root = matches.find((match) => match?.id === "root")?.data as { pageTitle?: string } | undefined;
  return { title: root?.pageTitle || "Ombra" };
}
