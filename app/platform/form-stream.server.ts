/** Where a field's bytes go, as they come; throws to refuse them, and nothing more is read then. */
type Take = (bytes: Buffer) => void;

/** A form that was cut off, or is none. */
export class FormSyntaxError extends Error {
  override readonly name = "FormSyntaxError";
}

/** Headers of one field: its name, a file's name and type. */
const MOST_HEADER_BYTES = 4096;
const MOST_NAME_BYTES = 32;
const LEAD = 'content-disposition: form-data; name="';

/**
 * Takes a form apart while it arrives (multipart/form-data), and keeps nothing of it.
 *
 * Shape:  `open` says by its name where a field's bytes go. A file's own name is skipped as bytes and never becomes text.
 *         Every buffer is overwritten once its bytes have been handed on, the caller's too.
 * Errors: FormSyntaxError; what a field's taker throws.
 * Source: RFC 7578, RFC 2046 §5.1.1.
 */
export class FormStream {
  private readonly delimiter: Buffer;
  /** What has come and is not judged yet; the line end lets the first boundary look like every other. */
  private rest = Buffer.from("\r\n");
  private place: "field" | "line" | "header" | "end" = "field";
  private take: Take = refuseAny;

  constructor(
    boundary: string,
    private readonly open: (name: string) => Take,
  ) {
    this.delimiter = Buffer.from(`\r\n--${boundary}`);
  }

  write(chunk: Buffer): void {
    let bytes = Buffer.concat([this.rest, chunk]);
    const all = bytes;
    this.rest.fill(0);
    chunk.fill(0);
    this.rest = Buffer.alloc(0);
    try {
      for (let used = this.step(bytes); used !== null; used = this.step(bytes)) bytes = bytes.subarray(used);
      this.rest = Buffer.from(bytes);
    } finally {
      all.fill(0);
    }
  }

  /** Says that nothing more comes. */
  end(): void {
    this.rest.fill(0);
    if (this.place !== "end") throw new FormSyntaxError();
  }

  /** Goes one step on; how many bytes are done with, or null where more have to come first. */
  private step(bytes: Buffer): number | null {
    if (this.place === "field") return this.passOn(bytes);
    if (this.place === "line") return this.readLine(bytes);
    if (this.place === "header") return this.readHeader(bytes);
    return bytes.length > 0 ? bytes.length : null;
  }

  private passOn(bytes: Buffer): number | null {
    const at = bytes.indexOf(this.delimiter);
    // The end of what is here may be the beginning of a boundary.
    const sure = at >= 0 ? at : Math.max(0, bytes.length - this.delimiter.length + 1);
    if (sure > 0) this.take(bytes.subarray(0, sure));
    if (at < 0) return sure > 0 ? sure : null;
    this.place = "line";
    return at + this.delimiter.length;
  }

  private readLine(bytes: Buffer): number | null {
    if (bytes.length < 2) return null;
    const after = bytes.toString("latin1", 0, 2);
    if (after !== "--" && after !== "\r\n") throw new FormSyntaxError();
    this.place = after === "--" ? "end" : "header";
    return 2;
  }

  private readHeader(bytes: Buffer): number | null {
    const end = bytes.indexOf("\r\n\r\n");
    if (end < 0 && bytes.length < MOST_HEADER_BYTES) return null;
    const quote = bytes.indexOf('"', LEAD.length);
    const isNamed = bytes.toString("latin1", 0, LEAD.length).toLowerCase() === LEAD && quote > 0;
    if (end < 0 || !isNamed || quote > end || quote - LEAD.length > MOST_NAME_BYTES) throw new FormSyntaxError();
    this.take = this.open(bytes.toString("latin1", LEAD.length, quote));
    this.place = "field";
    return end + 4;
  }
}

function refuseAny(): void {
  throw new FormSyntaxError();
}
