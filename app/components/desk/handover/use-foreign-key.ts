import { useRef, useState } from "react";
import type { HandoverChoice } from "~/desk/handover/choice";

/**
 * Reads a key as it is pasted or chosen as a file.
 *
 * Shape: `fault` is one of ForeignKeyFault. A private key is thrown away at once: out of the box, and kept nowhere.
 */
export function useForeignKey(onChoose: (part: Partial<HandoverChoice>) => void) {
  const [text, setText] = useState("");
  const [{ fault, holder }, setFault] = useState({ fault: "", holder: "" });
  // Of several readings only that of the newest text counts.
  const turn = useRef(0);

  const read = async (given: string | Uint8Array) => {
    turn.current += 1;
    const mine = turn.current;
    onChoose({ key: null, compared: false });
    setFault({ fault: "", holder: "" });
    if (given.length === 0) return;
    const { ForeignKeyError, readForeignKey } = await import("~crypto/foreign-key");
    try {
      const key = await readForeignKey(given, new Date());
      if (mine === turn.current) onChoose({ key, compared: false });
    } catch (error) {
      if (mine !== turn.current) return;
      const known = error instanceof ForeignKeyError;
      setFault(known ? { fault: error.fault, holder: error.holder } : { fault: "malformed", holder: "" });
    }
  };

  const paste = async (pasted: string) => {
    const isPrivate = pasted.includes("PRIVATE KEY BLOCK");
    setText(isPrivate ? "" : pasted);
    await read(pasted);
  };
  const readFile = async (file: File) => {
    const { MAX_FOREIGN_KEY_BYTES } = await import("~crypto/foreign-key");
    setText("");
    // One byte more than is taken: what is larger is refused for it, without being read whole.
    await read(new Uint8Array(await file.slice(0, MAX_FOREIGN_KEY_BYTES + 1).arrayBuffer()));
  };
  return { text, fault, holder, paste, readFile };
}
