/** The types of the language stand at a version that browsers have; the server's own knows more. */
type Transferable = ArrayBufferLike & { transfer?(length: number): unknown };

/**
 * Gives the memory of bytes back at once, where nothing else lies in it. Whoever still holds them finds them empty,
 * and nothing of the system may still be on its way out of them: a driver must have made its own copy.
 *
 * Parts of a file come as some sixty pieces each. Left to the collector, they have it mark the whole heap every other part.
 */
export function giveBack(bytes: Uint8Array): void {
  const buffer: Transferable = bytes.buffer;
  if (buffer.byteLength > 0 && buffer.byteLength === bytes.byteLength) buffer.transfer?.(0);
}
