import type { FileManifest } from "~crypto/parts";
import { getBytes } from "./office-api";
import { safeFileName } from "./safe-text";
import { saveBlob } from "./save";

/** The save dialog of browsers that let a page write a file part by part. */
type SavePicker = (options: { suggestedName: string }) => Promise<{ createWritable(): Promise<Sink> }>;
type Sink = { write(bytes: Uint8Array<ArrayBuffer>): Promise<void>; close(): Promise<void>; abort(): Promise<void> };

/**
 * Fetches a file's parts, checks each against the manifest, opens them and saves the file. Where the browser lets a page
 * write to disk, one part at a time is in memory; elsewhere the browser collects them.
 *
 * Shape:  `onPart` counts the parts that have been opened. False when the person chose no place to save.
 * Errors: Problem when a part does not come, PartError when one is not what the manifest says. Nothing is saved then.
 */
export async function saveFile(
  caseId: string,
  manifest: FileManifest,
  compartmentPrivateKey: string,
  onPart: (done: number) => void,
): Promise<boolean> {
  // The dialog has to be asked for by the click itself, before anything else is waited for.
  const sink = await openSink(manifest.name);
  if (sink === null) return false;
  const { openFile } = await import("~crypto/parts");
  const fetchPart = (id: string) => getBytes(`/api/v1/parts/${caseId}/${id}`);
  let done = 0;
  try {
    for await (const plain of openFile(manifest, fetchPart, compartmentPrivateKey)) {
      await sink.write(plain);
      done += 1;
      onPart(done);
    }
  } catch (error) {
    await sink.abort().catch(() => undefined);
    throw error;
  }
  await sink.close();
  return true;
}

async function openSink(name: string): Promise<Sink | null> {
  const ask = (globalThis as { showSaveFilePicker?: SavePicker }).showSaveFilePicker;
  if (!ask) return collect(name);
  try {
    return await (await ask({ suggestedName: safeFileName(name) })).createWritable();
  } catch (error) {
    if ((error as Error).name === "AbortError") return null;
    return collect(name);
  }
}

/** Collects parts as blobs, which browsers may keep on disk, and hands the whole over to be saved. */
function collect(name: string): Sink {
  let chunks: Blob[] = [];
  return {
    write: async (bytes) => void chunks.push(new Blob([bytes])),
    close: async () => saveBlob(name, new Blob(chunks)),
    abort: async () => {
      chunks = [];
    },
  };
}
