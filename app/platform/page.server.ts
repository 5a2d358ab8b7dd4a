import { asProblem } from "./problems.server";

/** Runs a page's one service call; what it refuses becomes the page's error, with its status and its sentence. */
export async function page<Data>(read: () => Promise<Data>): Promise<Data> {
  try {
    return await read();
  } catch (error) {
    throw asProblem(error);
  }
}
