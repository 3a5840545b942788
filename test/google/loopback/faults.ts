import { ApiError, unauthenticated } from "./api-error";
import { quotaExceeded } from "./quota";
import type { SeenRequest } from "./requests";

/**
 * What goes wrong with a request. `429`, `500`, `503` are answered without doing anything; `…-after` is answered, or the
 * socket cut, once everything was done.
 */
export type Fault =
  | { readonly kind: "429" | "500" | "503"; readonly retryAfter?: number }
  | { readonly kind: "500-after" | "503-after" | "cut-before" | "cut-after" | "expired-token" }
  | { readonly kind: "slow"; readonly milliseconds: number };

export type FaultRule = (request: SeenRequest) => Fault | null;

/** Faults that tests ask for. */
export class Faults {
  private rules: FaultRule[] = [];

  /** For the next `times` requests to this method of Google's (`sheets.spreadsheets.get`; any when not given). */
  next(fault: Fault, options: { readonly method?: string; readonly times?: number } = {}): void {
    let left = options.times ?? 1;
    this.rules.push((request) => {
      if (left === 0 || (options.method !== undefined && options.method !== request.method)) return null;
      left -= 1;
      return fault;
    });
  }

  /** Asked about every request; for faults by seed. Returns the way to stop it. */
  rule(rule: FaultRule): () => void {
    this.rules.push(rule);
    return () => {
      this.rules = this.rules.filter((other) => other !== rule);
    };
  }

  clear(): void {
    this.rules = [];
  }

  of(request: SeenRequest): Fault | null {
    for (const rule of this.rules) {
      const fault = rule(request);
      if (fault) return fault;
    }
    return null;
  }
}

/** The error that a fault answers with; null when it answers with none. */
export function errorOf(fault: Fault): ApiError | null {
  switch (fault.kind) {
    case "429":
      return quotaExceeded();
    case "500":
    case "500-after":
      return new ApiError("INTERNAL", "Internal error encountered.");
    case "503":
    case "503-after":
      return new ApiError("UNAVAILABLE", "The service is currently unavailable.");
    case "expired-token":
      return unauthenticated();
    default:
      return null;
  }
}
