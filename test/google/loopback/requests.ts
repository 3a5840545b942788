/** A request as the loopback saw it, in the order of arrival. */
export interface SeenRequest {
  /** From 1. */
  readonly n: number;
  /** Google's name of the method, such as `sheets.spreadsheets.batchUpdate`; for other addresses host and path. */
  readonly method: string;
  readonly verb: string;
  readonly host: string;
  readonly path: string;
  readonly query: Readonly<Record<string, readonly string[]>>;
  /** Bytes of the body, unpacked. */
  readonly bytes: number;
  /** The parsed body of a JSON request. */
  readonly json: unknown;
  /** Null while it is under way, and when the socket was cut. */
  status: number | null;
  /** Whether it took effect, whatever was answered. */
  isDone: boolean;
}

/** Hears of a request right before and right after it is worked on; may change the workbook, or wait. */
export type RequestListener = (moment: "before" | "after", request: SeenRequest) => void | Promise<void>;
