/** Google's names for what went wrong, with their HTTP status: https://cloud.google.com/apis/design/errors#handling_errors */
const STATUS = {
  INVALID_ARGUMENT: [400, "badRequest"],
  FAILED_PRECONDITION: [400, "failedPrecondition"],
  UNAUTHENTICATED: [401, "authError"],
  PERMISSION_DENIED: [403, "forbidden"],
  NOT_FOUND: [404, "notFound"],
  RESOURCE_EXHAUSTED: [429, "rateLimitExceeded"],
  INTERNAL: [500, "backendError"],
  UNAVAILABLE: [503, "backendError"],
} as const;

type StatusName = keyof typeof STATUS;

/** An answer that is an error, as the newer APIs (Sheets, Script) write it and, with `reason`, as Drive does. */
export class ApiError extends Error {
  readonly code: number;
  readonly reason: string;

  constructor(
    readonly status: StatusName,
    message: string,
    readonly details: readonly object[] = [],
    reason?: string,
  ) {
    super(message);
    const [code, usual] = STATUS[status];
    this.code = code;
    this.reason = reason ?? usual;
  }

  /** https://cloud.google.com/apis/design/errors#http_mapping, with the older list of `errors` that clients still get. */
  get body(): object {
    const { code, message, status, reason, details } = this;
    const errors = [{ message, domain: "global", reason }];
    return { error: { code, message, errors, status, ...(details.length > 0 ? { details } : {}) } };
  }
}

/** What Drive adds to an error: which part of the request it is about. */
interface Whereabouts {
  readonly location: string;
  readonly locationType: "parameter" | "header";
}

/** https://developers.google.com/workspace/drive/api/guides/handle-errors */
export class DriveError extends ApiError {
  constructor(
    status: StatusName,
    reason: string,
    message: string,
    private readonly at?: Whereabouts,
  ) {
    super(status, message, [], reason);
  }

  override get body(): object {
    const { code, message, reason, at } = this;
    return { error: { code, message, errors: [{ message, domain: "global", reason, ...at }] } };
  }
}

export function invalid(message: string): ApiError {
  return new ApiError("INVALID_ARGUMENT", message);
}

export function notFound(): ApiError {
  return new ApiError("NOT_FOUND", "Requested entity was not found.");
}

export function forbidden(): ApiError {
  return new ApiError("PERMISSION_DENIED", "The caller does not have permission");
}

export function unauthenticated(): ApiError {
  return new ApiError(
    "UNAUTHENTICATED",
    "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.",
  );
}

/** A client asked for something of Google's that the loopback does not do. It is no answer of Google's: status 501. */
export class NotInLoopback extends Error {
  override readonly name = "NotInLoopback";
}
