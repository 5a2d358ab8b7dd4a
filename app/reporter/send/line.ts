/** What a page shows of an upload, and how a person holds it up. */
export type Upload = {
  state: "sending" | "down" | "paused";
  /** Seconds until it is tried again, while the line is down. */
  wait: number;
  /** The file that is being sent, and how much of it has arrived. */
  file: { id: string; name: string; done: number; bytes: number; isApart: boolean } | null;
  sent: number;
  total: number;
};

/**
 * The line between this page and the office: paused and resumed by a person, and tried again for as long as the page is
 * open, because a line that breaks is the ordinary case.
 */
export class Line {
  readonly upload: Upload = { state: "sending", wait: 0, file: null, sent: 0, total: 0 };
  private failures = 0;
  private wake: (() => void) | null = null;
  private cut: AbortController | null = null;

  constructor(private readonly onChange: (upload: Upload) => void = () => {}) {}

  /** Stops at once: a part that is under way is cut off and sent again later. */
  pause(): void {
    this.tell({ state: "paused", wait: 0 });
    this.cut?.abort();
    this.wake?.();
  }

  /** Goes on, also where the line was to be tried again only later. */
  resume(): void {
    this.tell({ state: "sending", wait: 0 });
    this.wake?.();
  }

  /** Shows what has changed. */
  tell(change: Partial<Upload>): void {
    Object.assign(this.upload, change);
    this.onChange(this.upload);
  }

  /** Waits until nobody holds the upload up, and gives what cuts off the call that is now made. */
  async open(): Promise<AbortSignal> {
    while (this.upload.state === "paused") await this.rest();
    this.cut = new AbortController();
    return this.cut.signal;
  }

  /** Something has arrived: the line is up. */
  up(): void {
    this.failures = 0;
    if (this.upload.state === "down") this.tell({ state: "sending", wait: 0 });
  }

  /** Nothing arrived: waits longer each time, up to half a minute, and less where the browser says that it is online again. */
  async down(): Promise<void> {
    if (this.upload.state === "paused") return;
    const seconds = Math.min(30, 2 ** this.failures) * (0.75 + Math.random() / 2);
    this.failures += 1;
    this.tell({ state: "down", wait: Math.ceil(seconds) });
    await this.rest(seconds);
  }

  private rest(seconds?: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = seconds === undefined ? null : setTimeout(() => this.wake?.(), seconds * 1000);
      this.wake = () => {
        if (timer !== null) clearTimeout(timer);
        globalThis.removeEventListener?.("online", this.awake);
        this.wake = null;
        resolve();
      };
      globalThis.addEventListener?.("online", this.awake);
    });
  }

  private readonly awake = () => {
    if (this.upload.state !== "paused") this.wake?.();
  };
}
