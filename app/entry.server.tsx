import { PassThrough } from "node:stream";
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { WordsProvider } from "~/components/words";
import { languageOf, serverWords } from "~/locales/words.server";
import { log } from "~/platform/log.server";

export { office } from "~/services/start.server";

/** Renders a page whole before it leaves: no streaming, so that a failure is a clean error page and never half a form. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
) {
  return new Promise<Response>((resolve, reject) => {
    let failed = false;
    const { pipe, abort } = renderToPipeableStream(
      <WordsProvider words={serverWords(languageOf(request))}>
        <RemixServer context={remixContext} url={request.url} nonce={String(loadContext.nonce)} />
      </WordsProvider>,
      {
        nonce: String(loadContext.nonce),
        onAllReady() {
          const body = new PassThrough();
          headers.set("Content-Type", "text/html; charset=utf-8");
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }));
          pipe(body);
        },
        onShellError: reject,
        onError(error) {
          failed = true;
          log.error({ err: error }, "render failed");
        },
      },
    );
    setTimeout(abort, 10_000).unref();
  });
}

/** Loaders turn what they expect into answers; what arrives here is a fault, and only its class is written down. */
export function handleError(error: unknown, { request }: { request: Request }) {
  if (!request.signal.aborted && !isRouteErrorResponse(error)) log.error({ err: error }, "request failed");
}
