import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { WordsProvider } from "~/components/words";
import { browserWords } from "~/locales/browser";

const words = await browserWords(document.documentElement.lang);

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <WordsProvider words={words}>
        <RemixBrowser />
      </WordsProvider>
    </StrictMode>,
  );
});
