import type { FileManifest } from "~crypto/parts";
import { getBytes } from "./office-api";
import { saveBlob } from "./save";

/**
 * Fetches a file's parts, checks each against the manifest, opens them and saves the file.
 *
 * Shape:  `onPart` counts the parts that have arrived.
 * Errors: Problem when a part does not come, PartError when one is not what the manifest says. Nothing is saved then.
 */
export async function saveFile(
  caseId: string,
  manifest: FileManifest,
  compartmentPrivateKey: string,
  onPart: (done: number) => void,
): Promise<void> {
  const { assembleFile } = await import("~crypto/parts");
  let done = 0;
  const fetchPart = async (id: string) => {
    const bytes = await getBytes(`/api/v1/parts/${caseId}/${id}`);
    done += 1;
    onPart(done);
    return bytes;
  };
  saveBlob(manifest.name, await assembleFile(manifest, fetchPart, compartmentPrivateKey));
}
