import { PROJECT_NUMBER } from "./accounts/accounts";
import { ApiError, unauthenticated } from "./api-error";
import { quotaExceeded } from "./quota";
import type { SeenRequest } from "./requests";

/**
 * What goes wrong with a request. `429`, `500`, `503` are answered without doing anything; `…-after` is answered, or the
 * socket cut, once everything was done.
 */
export type Fault =
  | { readonly kind: "429" | "500" | "503"; readonly retryAfter?: number }
  | { readonly kind: "500-after" | "503-after" | "cut-before" | "cut-after" | "expired-token" | "api-disabled" }
  | { readonly kind: "slow"; readonly milliseconds: number };

type FaultRule = (request: SeenRequest) => Fault | null;

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

/** https://cloud.google.com/apis/docs/troubleshooting#not_used_or_disabled */
function apiDisabled(): ApiError {
  const page = `https://console.developers.google.com/apis/api/sheets.googleapis.com/overview?project=${PROJECT_NUMBER}`;
  const metadata = { service: "sheets.googleapis.com", consumer: `projects/${PROJECT_NUMBER}` };
  return new ApiError(
    "PERMISSION_DENIED",
    `Google Sheets API has not been used in project ${PROJECT_NUMBER} before or it is disabled. Enable it by visiting ${page} then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.`,
    [{ "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason: "SERVICE_DISABLED", domain: "googleapis.com", metadata }],
  );
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
    case "api-disabled":
      return apiDisabled();
    default:
      return null;
  }
}
