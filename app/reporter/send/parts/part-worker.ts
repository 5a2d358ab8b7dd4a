import { FileError } from "../../files/read-slice";
import { digestOf, PartWork } from "./part-work";
import { type Answer, type Question, READY } from "./protocol";

/** The thread beside the page: it seals one part at a time, sends it, and is ended by the page when it has done a few. */
const work = new PartWork();
let cut = new AbortController();

addEventListener("message", async ({ data }: MessageEvent<Question>) => {
  const { nth } = data;
  const answer: Answer = await carryOut(data).then(
    (gives) => ({ nth, gives }),
    (error: unknown) => ({ nth, fault: error instanceof FileError ? error.fault : null }),
  );
  postMessage(answer);
});

async function carryOut(question: Question): Promise<unknown> {
  switch (question.ask) {
    case "seal":
      return work.seal(question.of);
    case "send":
      return send(question.of.path, question.of.init);
    case "count":
      return work.count(question.of);
    case "digest":
      return digestOf(question.of);
    case "cut":
      cut.abort();
      return null;
  }
}

async function send(path: string, init: RequestInit): Promise<{ status: number; text: string }> {
  cut = new AbortController();
  const response = await fetch(path, { ...init, body: work.sealed, signal: cut.signal });
  return { status: response.status, text: await response.text() };
}

postMessage(READY);
