import type { Caller } from "./accounts/accounts";
import { invalid } from "./api-error";
import type { Answer, Call } from "./network/call";
import type { Metric } from "./quota";
import type { World } from "./world";

/** A request to one method of Google's, its caller known. */
export interface ApiRequest {
  readonly call: Call;
  readonly caller: Caller;
  /** Of the address; decoded. */
  readonly params: Readonly<Record<string, string>>;
  /** The JSON body; an empty object when there is none. */
  readonly body: unknown;
}

/** One method of Google's. `id` is its name in Google's API descriptions. */
export interface Method {
  readonly id: string;
  readonly verb: string;
  readonly host: string;
  /** `/v4/spreadsheets/{spreadsheetId}:batchUpdate` */
  readonly path: string;
  /** Any one of these will do. */
  readonly scopes: readonly string[];
  readonly metric?: Metric;
  /** The body is media, or JSON with media, and is read by the method itself. */
  readonly takesMedia?: true;
  /** What is answered when the request names no fields; everything when not given. */
  readonly usualFields?: string;
  handle(request: ApiRequest, world: World): Answer | Promise<Answer>;
}

export interface Match {
  readonly method: Method;
  readonly params: Readonly<Record<string, string>>;
}

/** Finds the method that an address belongs to; of several the first in the list. */
export class Router {
  private readonly patterns: readonly { readonly method: Method; readonly pattern: RegExp }[];

  constructor(methods: readonly Method[]) {
    this.patterns = methods.map((method) => ({ method, pattern: patternOf(method.path) }));
  }

  match(call: Call): Match | null {
    for (const { method, pattern } of this.patterns) {
      if (method.verb !== call.verb || method.host !== call.host) continue;
      const groups = pattern.exec(call.path)?.groups;
      if (groups) return { method, params: mapped(groups, decodeURIComponent) };
      if (pattern.test(call.path)) return { method, params: {} };
    }
    return null;
  }
}

export function jsonOf(body: Buffer): unknown {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString());
  } catch {
    throw invalid("Invalid JSON payload received.");
  }
}

export function scope(name: string): string {
  return `https://www.googleapis.com/auth/${name}`;
}

function patternOf(path: string): RegExp {
  const escaped = path.replace(/[.$]/g, "\\$&").replace(/\{(\w+)\}/g, "(?<$1>[^/]+?)");
  return new RegExp(`^${escaped}$`);
}

function mapped(values: Readonly<Record<string, string>>, change: (value: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}
