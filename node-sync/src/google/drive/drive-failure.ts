import { types } from "node:util";
import * as say from "../../wording/drive";
import type { Failure } from "../backoff";
import { failureOf, faultOf, type GoogleRefusal, GoogleRefused, refusalOf } from "../failure";
import { DRIVE_SCOPE } from "../sign-in";

/** https://developers.google.com/workspace/drive/api/guides/handle-errors */
const TOO_FAST: readonly string[] = ["rateLimitExceeded", "userRateLimitExceeded"];

/** Drive says 403 where the Sheets API says 429. */
export function driveFailureOf(error: unknown): Failure {
  const { status, retryAfter } = faultOf(error);
  if (status !== 403 || !TOO_FAST.includes(saidBy(error).reason)) return failureOf(error);
  return { trouble: "always", ...(retryAfter === null ? {} : { retryAfter }) };
}

interface Said {
  readonly status: number | null;
  readonly reason: string;
  readonly body: string;
}

interface Sentence {
  readonly code: GoogleRefusal;
  readonly when: (said: Said) => boolean;
  readonly say: (folder: string) => string;
}

const SENTENCES: readonly Sentence[] = [
  {
    code: "no-storage",
    when: ({ reason, body }) => reason === "storageQuotaExceeded" && /service account/i.test(body),
    say: () => say.noStorageOfOwn(),
  },
  { code: "no-storage", when: ({ reason }) => reason === "storageQuotaExceeded", say: () => say.storageFull() },
  {
    code: "scope",
    when: ({ body }) => /ACCESS_TOKEN_SCOPE_INSUFFICIENT|insufficient authentication scopes/i.test(body),
    say: () => say.scopeMissing(DRIVE_SCOPE),
  },
  {
    code: "api-disabled",
    when: ({ reason, body }) => reason === "accessNotConfigured" || /SERVICE_DISABLED/.test(body),
    say: () => say.apiDisabled(),
  },
  { code: "quota", when: ({ reason }) => TOO_FAST.includes(reason), say: () => say.quotaUsedUp() },
  { code: "not-shared", when: ({ status }) => status === 403, say: (folder) => say.notShared(folder) },
  { code: "no-folder", when: ({ status }) => status === 404, say: (folder) => say.noFolder(folder) },
];

/** The error as a sentence about the folder; `null` when it is none of Google's. */
export function driveRefusalOf(error: unknown, folder: string): GoogleRefused | null {
  if (error instanceof GoogleRefused) return error;
  const said = saidBy(error);
  // What is said otherwise than in JSON is said by a proxy on the way.
  const found = said.body.includes('"error"') ? SENTENCES.find(({ when }) => when(said)) : undefined;
  return found ? new GoogleRefused(found.code, found.say(folder), { cause: error }) : refusalOf(readable(error), folder);
}

function saidBy(error: unknown): Said {
  const { data } = readable(error)?.response ?? {};
  const body = typeof data === "string" ? data : JSON.stringify(data ?? "");
  return { status: faultOf(error).status, reason: /"reason":\s*"([a-z]\w*)"/.exec(body)?.[1] ?? "", body };
}

interface Thrown {
  readonly response?: { readonly status?: unknown; readonly headers?: unknown; readonly data?: unknown };
}

/** The error with its answer as text: what a download is refused with comes as bytes. */
function readable(error: unknown): Thrown | null {
  const thrown = error as Thrown | null;
  const { status, headers, data } = thrown?.response ?? {};
  if (!types.isAnyArrayBuffer(data)) return thrown;
  const response = { status, headers, data: Buffer.from(data).toString() };
  return Object.create(thrown, { response: { value: response } }) as Thrown;
}
