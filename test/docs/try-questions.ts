import { randomId } from "~crypto/bytes";
import { Client } from "../../prisma/seed/http";
import type { SeedOffice } from "../../prisma/seed/people";
import { enter, sealMessage, sealQuestion, type Thread } from "../advice/support";
import { named } from "../support/office";
import { announce, type Exchange } from "./exchanges";
import { refused } from "./refused";

const TOO_LARGE = 100 * 1024 ** 2;

/** A question before a report with its answer, what visitors see, and the task of a flood. */
export async function tryQuestions(office: SeedOffice, exchanges: Exchange[]) {
  const [tara, ada] = [named(office, "tara"), named(office, "ada").client];
  const stranger = new Client(office.base);
  await stranger.call("GET", `/api/v1/work?for=${randomId()}`);
  await refused(400, stranger.call("GET", "/api/v1/work?for=nothing"));
  const asked = await sealQuestion(office, "Is this for you?", [tara]);
  await stranger.call("POST", "/api/v1/questions", asked.body);
  const other = await sealQuestion(office, "Another.", [tara]);
  await refused(409, stranger.call("POST", "/api/v1/questions", { ...other.body, question: asked.question }));

  const address = `/api/v1/questions/desk/${asked.question}`;
  const record = await tara.client.call<Thread>("GET", address);
  const seal = async (kind: "question" | "answer", seq: number, prev: string, signingKey?: string) => {
    const message = { question: asked.question, kind, seq, prev, text: "Yes." };
    const { armored, digest } = await sealMessage(message, record, office.now(), signingKey);
    return { body: { v: 1, id: randomId(), seq, armored }, digest };
  };
  const answer = await seal("answer", 1, record.messages[0]?.digest ?? "", tara.keys.privateKey);
  await tara.client.call("POST", address, answer.body);
  await refused(409, tara.client.call("POST", address, { ...answer.body, id: randomId() }));
  await refused(404, tara.client.call("POST", `/api/v1/questions/desk/${randomId()}`, answer.body));

  const box = await enter(office, asked);
  await box.read();
  const next = await seal("question", 2, answer.digest);
  await box.write(next.body);
  await refused(409, box.write({ ...next.body, id: randomId() }));
  await refused(400, box.write({}));
  const headers = { ...box.headers, "Content-Type": "application/json" };
  const large = await announce("POST", `${office.base}/api/v1/mailbox/question`, headers, TOO_LARGE);
  exchanges.push(large);
  await box.end();
  await refused(404, box.read());
  await refused(404, box.write(next.body));

  const front = {
    pageTitle: "",
    pageIcon: "mark",
    exitAddress: "",
    emergencyText: "",
    emergencyLink: "",
    secretsText: "",
  };
  await ada.call("POST", "/api/v1/office/front", front);
  await refused(400, ada.call("POST", "/api/v1/office/front", { ...front, exitAddress: "http://plain.example" }));
  await refused(404, tara.client.call("POST", "/api/v1/office/front", front));
}
