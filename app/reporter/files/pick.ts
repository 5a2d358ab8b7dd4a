import { randomId } from "~crypto/bytes";
import { examine } from "./examine";
import { groupOf } from "./groups";
import type { PickedFile } from "./picked-file";

/**
 * Takes a file that the reporter picked: what it would reveal is found out, and a clean copy is made where one can be.
 *
 * Errors: FileError if the browser cannot read the file.
 */
export async function pickFile(file: File): Promise<PickedFile> {
  const { copy, sha256 } = await examine(file);
  return {
    id: randomId(),
    name: file.name,
    type: file.type,
    original: file,
    sha256,
    copy,
    group: groupOf(file.name),
    choice: copy.state === "clean" ? "clean" : "original",
  };
}
