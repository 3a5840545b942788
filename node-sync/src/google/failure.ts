import { Refusal } from "../../../apps-script/domain/refusal";
import * as say from "../wording/google";
import type { Failure } from "./backoff";

export type GoogleRefusal =
  | "no-credentials"
  | "bad-credentials"
  | "clock-skew"
  | "no-sheet"
  | "no-folder"
  | "no-storage"
  | "not-shared"
  | "api-disabled"
  | "scope"
  | "quota"
  | "network"
  | "google"
  | "locked"
  | "exists"
  | "protected"
  | "too-large";

/** Google, or the way to it, refused. The message is a sentence that says what to do. Exit 3. */
export class GoogleRefused extends Refusal<GoogleRefusal> {
  override readonly name = "GoogleRefused";
  override readonly cause: unknown;

  constructor(code: GoogleRefusal, message: string, { cause }: ErrorOptions = {}) {
    super(code, message);
    this.cause = cause;
  }
}

/** What can be read off an error of googleapis, gaxios or the sockets below. */
interface Fault {
  /** HTTP status; null when no answer came. */
  readonly status: number | null;
  /** The system's code of the error, such as `ECONNRESET`. */
  readonly system: string;
  readonly message: string;
  readonly reason: string;
  readonly retryAfter: number | null;
  /** The answer is one of Google's APIs: they tell errors in JSON. What a proxy on the way refuses comes otherwise. */
  readonly isOfApi: boolean;
}

interface Thrown {
  readonly code?: unknown;
  readonly status?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  readonly response?: { readonly status?: unknown; readonly headers?: unknown; readonly data?: unknown };
}

export function faultOf(error: unknown): Fault {
  const { code, message, cause, response } = (error ?? {}) as Thrown;
  const status = typeof response?.status === "number" ? response.status : null;
  const inner = (cause ?? {}) as Thrown;
  const system = [code, inner.code].find((one): one is string => typeof one === "string" && /^[A-Z_]+$/.test(one)) ?? "";
  return {
    status,
    system,
    message: `${typeof message === "string" ? message : ""} ${bodyText(response?.data)}`,
    reason: reasonIn(response?.data),
    retryAfter: secondsIn(response?.headers),
    isOfApi: /"error"/.test(bodyText(response?.data)),
  };
}

/** Whether a request may be made again: https://developers.google.com/workspace/sheets/api/limits, AIP-194. */
export function failureOf(error: unknown): Failure {
  const { status, retryAfter, system } = faultOf(error);
  const again = retryAfter === null ? {} : { retryAfter };
  if (status === 429) return { trouble: "always", ...again };
  if (status !== null) return { trouble: status >= 500 || status === 408 ? "idempotent" : "never", ...again };
  if (["ENOTFOUND", "ECONNREFUSED", "EAI_AGAIN"].includes(system)) return { trouble: "never" };
  return { trouble: isAnswerless(error) ? "idempotent" : "never" };
}

/** Whether no answer came, so that nobody knows what was done. */
export function isAnswerless(error: unknown): boolean {
  const { status, system, message } = faultOf(error);
  if (status !== null) return status >= 500;
  return (
    /^(ECONNRESET|EPIPE|ETIMEDOUT|ERR_STREAM_PREMATURE_CLOSE|UND_ERR_SOCKET)$/.test(system) ||
    /socket hang up|premature close|network socket/i.test(message)
  );
}

/** The error as a sentence; `null` when it is none of Google's. */
export function refusalOf(error: unknown, sheet: string): GoogleRefused | null {
  if (error instanceof GoogleRefused) return error;
  const fault = faultOf(error);
  const found = SENTENCES.find(({ when }) => when(fault));
  if (found) return new GoogleRefused(found.code, found.say(sheet, fault), { cause: error });
  if (fault.status === null) return null;
  return new GoogleRefused("google", say.googleSaid(fault.status, fault.message.trim()), { cause: error });
}

interface Sentence {
  readonly code: GoogleRefusal;
  readonly when: (fault: Fault) => boolean;
  readonly say: (sheet: string, fault: Fault) => string;
}

const SENTENCES: readonly Sentence[] = [
  {
    code: "network",
    when: ({ status, isOfApi }) => status !== null && status >= 400 && status < 500 && !isOfApi,
    say: (_sheet, { status }) => say.proxyRefused(status ?? 0),
  },
  {
    code: "clock-skew",
    when: ({ message }) => /short-lived token|reasonable timeframe|iat and exp/i.test(message),
    say: () => say.clockSkew(),
  },
  {
    code: "bad-credentials",
    when: ({ status, message }) =>
      status === 401 || /invalid_grant|invalid_client|unauthorized_client|DECODER|PEM/i.test(message),
    say: () => say.badCredentials(),
  },
  {
    code: "no-credentials",
    when: ({ message }) => /Could not load the default credentials/i.test(message),
    say: () => say.noCredentials(),
  },
  {
    code: "api-disabled",
    when: ({ reason, message }) => reason === "SERVICE_DISABLED" || /has not been used in project|it is disabled/i.test(message),
    say: () => say.apiDisabled(),
  },
  {
    code: "scope",
    when: ({ reason, message }) =>
      reason === "ACCESS_TOKEN_SCOPE_INSUFFICIENT" || /insufficient authentication scopes/i.test(message),
    say: () => say.scopeMissing(),
  },
  {
    code: "too-large",
    when: ({ status, message }) => status === 400 && /limit of 10000000 cells/i.test(message),
    say: () => say.tooManyCells(),
  },
  {
    code: "protected",
    when: ({ status, message }) => status === 400 && /edit a protected cell or object/i.test(message),
    say: () => say.protectedCells(),
  },
  { code: "not-shared", when: ({ status }) => status === 403, say: (sheet) => say.notShared(sheet) },
  { code: "no-sheet", when: ({ status }) => status === 404, say: (sheet) => say.noSheet(sheet) },
  { code: "quota", when: ({ status }) => status === 429, say: () => say.quotaUsedUp() },
  {
    code: "network",
    when: ({ status, system }) => status === null && /CERT|UNABLE_TO_|^ERR_TLS/.test(system),
    say: (_sheet, { system }) => say.badCertificate(system),
  },
  {
    code: "network",
    when: ({ status, system, message }) =>
      (status === null &&
        /^(ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE)$/.test(system)) ||
      (status === null && /certificate|socket hang up|network socket|proxy/i.test(message)),
    say: (_sheet, { system, message }) => say.noNetwork(system || message.trim().slice(0, 60)),
  },
];

function bodyText(data: unknown): string {
  if (typeof data === "string") return data.slice(0, 500);
  return data === undefined || data === null ? "" : JSON.stringify(data).slice(0, 1000);
}

function reasonIn(data: unknown): string {
  return /"reason":"([A-Z_]+)"/.exec(bodyText(data))?.[1] ?? "";
}

function secondsIn(headers: unknown): number | null {
  const text =
    headers instanceof Headers ? headers.get("retry-after") : (headers as Record<string, string> | undefined)?.["retry-after"];
  const seconds = Number(text ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}
