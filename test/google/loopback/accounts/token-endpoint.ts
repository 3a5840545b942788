import { createHash, verify } from "node:crypto";
import type { Answer, Call } from "../network/call";
import type { Accounts } from "./accounts";
import { CLASP_CLIENT, CLIENT } from "./accounts";

const JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
const SKEW_SECONDS = 300;
/** Google says 3599 in its answers. */
const SHORT_BY = 1;

/**
 * `POST https://oauth2.googleapis.com/token`.
 * https://developers.google.com/identity/protocols/oauth2/service-account#httprest
 * https://developers.google.com/identity/protocols/oauth2/native-app#exchange-authorization-code
 */
export function tokenFor(call: Call, accounts: Accounts, now: number): Answer {
  const form = new URLSearchParams(call.body.toString());
  const given = (name: string): string => form.get(name) ?? "";
  switch (given("grant_type")) {
    case JWT_BEARER:
      return forAssertion(given("assertion"), accounts, now);
    case "authorization_code":
      return forClient(given) ?? forCode(given, accounts);
    case "refresh_token":
      return forClient(given) ?? forRefreshToken(given, accounts);
    default:
      return refused("unsupported_grant_type", `Invalid grant_type: ${given("grant_type")}`);
  }
}

/**
 * `POST https://oauth2.googleapis.com/revoke`, the token in the address or the body.
 * https://developers.google.com/identity/protocols/oauth2/native-app#tokenrevoke
 */
export function revoked(call: Call, accounts: Accounts): Answer {
  const token = call.query.get("token") ?? new URLSearchParams(call.body.toString()).get("token") ?? "";
  const consent = accounts.consentOf(token);
  if (!consent) return refused("invalid_token", "Token expired or revoked");
  accounts.revoke(consent.email);
  return { status: 200, json: {} };
}

function forAssertion(assertion: string, accounts: Accounts, now: number): Answer {
  const [head = "", body = "", signature = ""] = assertion.split(".");
  const [header, claims] = [decoded(head), decoded(body)];
  if (!header || !claims) return refused("invalid_grant", "Invalid JWT: Failed to parse.");
  if (claims.iss !== accounts.serviceEmail) return refused("invalid_grant", "Invalid grant: account not found");
  const isSigned = verify(
    "sha256",
    Buffer.from(`${head}.${body}`),
    accounts.servicePublicKey,
    Buffer.from(signature, "base64url"),
  );
  if (header.alg !== "RS256" || !isSigned) return refused("invalid_grant", "Invalid JWT Signature.");
  const [issued, expires, seconds] = [Number(claims.iat), Number(claims.exp), now / 1000];
  if (!(issued <= seconds + SKEW_SECONDS && expires > seconds - SKEW_SECONDS && expires - issued <= 3600)) {
    return refused(
      "invalid_grant",
      "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.",
    );
  }
  const scopes = scopesIn(String(claims.scope ?? ""));
  if (scopes.length === 0) return refused("invalid_scope", "Invalid OAuth scope or ID token audience provided.");
  return given(accounts, { access_token: accounts.grant({ email: accounts.serviceEmail, scopes }) });
}

function forCode(form: (name: string) => string, accounts: Accounts): Answer {
  const code = accounts.codes.get(form("code"));
  accounts.codes.delete(form("code"));
  if (!code) return refused("invalid_grant", "Malformed auth code.");
  if (code.redirectUri !== form("redirect_uri")) return refused("redirect_uri_mismatch", "Bad Request");
  const proof = createHash("sha256").update(form("code_verifier")).digest("base64url");
  if (code.challenge !== null && code.challenge !== proof) return refused("invalid_grant", "Invalid code verifier.");
  return given(accounts, {
    access_token: accounts.grant(code),
    scope: code.scopes.join(" "),
    ...(code.hasRefreshToken ? { refresh_token: accounts.refreshTokenFor(code) } : {}),
  });
}

function forRefreshToken(form: (name: string) => string, accounts: Accounts): Answer {
  const consent = accounts.consentOf(form("refresh_token"));
  if (!consent) return refused("invalid_grant", "Token has been expired or revoked.");
  if (consent.clientId !== form("client_id")) return refused("unauthorized_client", "Unauthorized", 401);
  return given(accounts, { access_token: accounts.grant(consent), scope: consent.scopes.join(" ") });
}

function forClient(form: (name: string) => string): Answer | null {
  const client = [CLIENT, CLASP_CLIENT].find(({ id }) => id === form("client_id"));
  if (!client) return refused("invalid_client", "The OAuth client was not found.", 401);
  return form("client_secret") === client.secret ? null : refused("invalid_client", "Unauthorized", 401);
}

function given(accounts: Accounts, tokens: object): Answer {
  return { status: 200, json: { ...tokens, expires_in: accounts.tokenSeconds - SHORT_BY, token_type: "Bearer" } };
}

function refused(error: string, error_description: string, status = 400): Answer {
  return { status, json: { error, error_description } };
}

export function scopesIn(text: string): string[] {
  return text.split(" ").filter((scope) => scope !== "");
}

function decoded(part: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString());
    return typeof value === "object" && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}
