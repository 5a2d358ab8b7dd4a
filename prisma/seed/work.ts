import { type Challenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/sha";
import { type Client, RefusedError } from "./http";

/** The header with the proof for one thing; empty where the office asks for no work. */
export async function workedHeaders(client: Client, thing: string): Promise<Record<string, string>> {
  const { challenge } = await client.call<{ challenge: Challenge | null }>("GET", `/api/v1/work?for=${thing}`);
  if (!challenge) return {};
  const solution = await solveChallenge({ challenge, deriveKey });
  return { "Ombra-Proof": JSON.stringify({ challenge, solution }) };
}

/** Posts a thing under its id; where the office asks for work, does it and posts once more. */
export async function postWorked<Answer>(client: Client, path: string, thing: string, body: unknown): Promise<Answer> {
  try {
    return await client.call<Answer>("POST", path, body);
  } catch (error) {
    if (!(error instanceof RefusedError) || error.status !== 428) throw error;
    return client.call<Answer>("POST", path, body, await workedHeaders(client, thing));
  }
}
