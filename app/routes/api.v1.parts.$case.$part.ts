import type { LoaderFunctionArgs } from "@remix-run/node";
import { answer } from "~/platform/problems.server";
import { readPart } from "~/services/read-part.server";

/** Hands out one sealed part of a file to those who hold its key. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return answer(async () => {
    const bytes = await readPart(request, params.case, params.part);
    return new Response(asStream(bytes), {
      headers: { "Content-Type": "application/octet-stream", "Content-Length": String(bytes.length) },
    });
  });
}

/** A body of bytes alone would be copied. */
function asStream(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}
