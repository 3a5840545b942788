/** Where a run went no further, once something was written, and over what. */
export interface RunStop {
  readonly at: "begin" | "write" | "close";
  readonly error: unknown;
}

/**
 * Part of what was to be written stands in the workbook. At `write` the next run, on whichever side, writes the rest; at
 * `close` the run is closed, and what it wrote taken back but for some places.
 */
export class WriteBegun extends Error {
  override readonly name = "WriteBegun";

  constructor(
    readonly why: unknown,
    readonly at: "write" | "close" = "write",
  ) {
    super("the write was cut off after it had begun");
  }
}

/** Why a write failed, whether or not it had begun. */
export function causeOf(error: unknown): unknown {
  return error instanceof WriteBegun ? error.why : error;
}
