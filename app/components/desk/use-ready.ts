import { useEffect, useState } from "react";

/** True once the page's scripts work: before that, a form must not be sent and the browser's own lists are not known. */
export function useReady(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return ready;
}
