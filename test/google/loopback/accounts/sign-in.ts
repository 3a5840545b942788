import { randomBytes } from "node:crypto";
import type { Answer, Call } from "../network/call";
import { type Accounts, CLIENT } from "./accounts";
import { scopesIn } from "./token-endpoint";

/**
 * The consent page, where `accounts.person` presses a button at once: a redirect to the program's own address.
 * https://developers.google.com/identity/protocols/oauth2/native-app#step-2:-send-a-request-to-googles-oauth-2.0-server
 */
export function consentPage(call: Call, accounts: Accounts): Answer {
  const asked = (name: string): string => call.query.get(name) ?? "";
  if (asked("client_id") !== CLIENT.id) return page(401, "Error 401: invalid_client");
  const redirectUri = asked("redirect_uri");
  if (!isLoopback(redirectUri)) return page(400, "Error 400: redirect_uri_mismatch");
  if (asked("response_type") !== "code") return page(400, "Error 400: invalid_request");
  const scopes = scopesIn(asked("scope"));
  if (scopes.length === 0) return page(400, "Error 400: invalid_scope");
  const state = call.query.has("state") ? { state: asked("state") } : {};
  const { email, consents } = accounts.person;
  if (!consents) return back(redirectUri, { error: "access_denied", ...state });
  const code = `4/0${randomBytes(24).toString("base64url")}`;
  const isNew = !accounts.hasConsented(email, CLIENT.id) || asked("prompt").includes("consent");
  accounts.codes.set(code, {
    email,
    scopes,
    clientId: CLIENT.id,
    redirectUri,
    challenge: call.query.get("code_challenge"),
    hasRefreshToken: asked("access_type") === "offline" && isNew,
  });
  return back(redirectUri, { code, scope: scopes.join(" "), ...state });
}

/** Installed apps listen on the loopback address, at a port of their choice. */
function isLoopback(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
}

function back(redirectUri: string, parameters: Readonly<Record<string, string>>): Answer {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return { status: 302, headers: { Location: url.href } };
}

function page(status: number, text: string): Answer {
  return { status, type: "text/html; charset=utf-8", bytes: Buffer.from(`<!doctype html><title>${text}</title><p>${text}</p>`) };
}
