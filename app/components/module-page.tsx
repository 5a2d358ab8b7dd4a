import type { MetaFunction } from "@remix-run/node";
import type { ReactNode } from "react";
import { ModuleFrame, ModuleScript } from "./module-frame";
import { NotSetUp } from "./not-set-up";
import { pageTitle } from "./page-title";
import { Main, PublicPage } from "./public-page";

/** What the static module's pages read: where it stands, the office's fingerprint, and its words in one language. */
export type ModulePageData = { fingerprint: string | null; module: string; words: string };

/** The title that says nothing, and the words for the static module. */
export const moduleMeta: MetaFunction = ({ data, matches }) => [
  pageTitle(matches),
  { name: "ombra-words", content: (data as ModulePageData | undefined)?.words ?? "{}" },
];

/** A page that the static module takes over; without scripts it shows what lies in it, and no control that somebody could type into. */
export function ModulePage({
  is,
  page: { fingerprint, module },
  kind,
  children,
}: {
  is: "report" | "mailbox" | "question";
  page: Omit<ModulePageData, "words">;
  kind?: string;
  children: ReactNode;
}) {
  if (!fingerprint) return <NotSetUp />;
  return (
    <PublicPage isBare>
      <Main data-ombra={is} data-fingerprint={fingerprint} {...(kind !== undefined && { "data-kind": kind })}>
        {children}
        <ModuleFrame />
      </Main>
      <ModuleScript src={module} />
    </PublicPage>
  );
}
