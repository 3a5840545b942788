import type { Caller } from "./accounts/accounts";
import { consentPage } from "./accounts/sign-in";
import { revoked, tokenFor } from "./accounts/token-endpoint";
import { ApiError, invalid, NotInLoopback, unauthenticated } from "./api-error";
import { masked, maskOf } from "./fields-mask";
import type { Answer, Call } from "./network/call";
import { jsonOf, type Match, type Method } from "./router";
import type { World } from "./world";

const TOKEN_ADDRESSES = [
  "oauth2.googleapis.com/token",
  "www.googleapis.com/oauth2/v4/token",
  "accounts.google.com/o/oauth2/token",
];

/** Addresses that ask for no token, because they give one. Null for every other address. */
export function signIn(call: Call, world: World): Answer | null {
  const { accounts, clock } = world;
  const address = `${call.host}${call.path}`;
  if (call.verb === "POST" && TOKEN_ADDRESSES.includes(address)) return tokenFor(call, accounts, clock.now());
  if (call.verb === "POST" && address === "oauth2.googleapis.com/revoke") return revoked(call, accounts);
  if (call.verb === "GET" && /^accounts\.google\.com\/o\/oauth2\/(v2\/)?auth$/.test(address)) return consentPage(call, accounts);
  return null;
}

/** Token, scope, quota, body, then the method itself: whatever fails first is the answer. */
export async function serve({ method, params }: Match, call: Call, world: World): Promise<Answer> {
  try {
    const caller = callerOf(call, world);
    if (!method.scopes.some((scope) => caller.scopes.includes(scope))) throw lacksScope(method);
    if (method.metric) world.quota.take(method.metric, caller.email);
    const body = method.takesMedia ? {} : jsonOf(call.body);
    const mask = maskOf(call.query.get("fields") ?? method.usualFields ?? "*");
    if (mask === null) throw invalid("Request contains an invalid argument.");
    const answer = await method.handle({ call, caller, params, body }, world);
    return answer.json === undefined ? answer : { ...answer, json: masked(answer.json, mask) };
  } catch (error) {
    return failed(error);
  }
}

const APIS =
  /^(sheets\.googleapis\.com\/v4|www\.googleapis\.com\/(upload\/)?drive\/v3|script\.googleapis\.com\/v1|oauth2\.googleapis\.com)\//;

/** Google's front end answers unknown addresses with a page; of its APIs the loopback says what it doesn't serve. */
export function unknownAddress(call: Call): Answer {
  if (APIS.test(`${call.host}${call.path}`)) {
    return failed(new NotInLoopback(`The loopback doesn't serve ${call.verb} ${call.host}${call.path}.`));
  }
  const text = `<!DOCTYPE html><title>Error 404 (Not Found)!!1</title><p>The requested URL <code>${call.path}</code> was not found on this server.`;
  return { status: 404, type: "text/html; charset=UTF-8", bytes: Buffer.from(text) };
}

function failed(error: unknown): Answer {
  if (error instanceof ApiError) return { status: error.code, json: error.body };
  if (error instanceof NotInLoopback) {
    return { status: 501, json: { error: { code: 501, message: error.message, status: "UNIMPLEMENTED" } } };
  }
  throw error;
}

function callerOf(call: Call, world: World): Caller {
  const token = /^Bearer (.+)$/.exec(call.headers.authorization ?? "")?.[1] ?? call.query.get("access_token");
  const caller = token ? world.accounts.callerOf(token) : null;
  if (!caller) throw unauthenticated();
  return caller;
}

function lacksScope(method: Method): ApiError {
  const metadata = { method: method.id, service: method.host };
  return new ApiError(
    "PERMISSION_DENIED",
    "Request had insufficient authentication scopes.",
    [
      {
        "@type": "type.googleapis.com/google.rpc.ErrorInfo",
        reason: "ACCESS_TOKEN_SCOPE_INSUFFICIENT",
        domain: "googleapis.com",
        metadata,
      },
    ],
    "insufficientPermissions",
  );
}
