import { createHash, randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import * as say from "../wording/google";
import { GoogleRefused, refusalOf } from "./failure";
import { type StoredToken, writeToken } from "./token-file";

export interface LoginTerms {
  /** The client file of a desktop app. */
  readonly clientFile: string;
  readonly scopes: readonly string[];
  /** Shows the person the address to open. */
  readonly show: (address: string) => void;
}

/**
 * The flow for installed apps: the person consents in the browser, which then comes back to this computer with a code.
 * https://developers.google.com/identity/protocols/oauth2/native-app (loopback address, PKCE with S256)
 */
export async function login({ clientFile, scopes, show }: LoginTerms): Promise<void> {
  const { clientId, clientSecret } = await readClient(clientFile);
  const { auth } = await import("googleapis/build/src/apis/sheets/index.js");
  const server = await listening();
  try {
    const redirectUri = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const client = new auth.OAuth2({ clientId, clientSecret, redirectUri });
    const verifier = randomBytes(48).toString("base64url");
    const state = randomBytes(16).toString("base64url");
    const address = new URL(client.generateAuthUrl({ access_type: "offline", prompt: "consent", scope: [...scopes], state }));
    address.searchParams.set("code_challenge", createHash("sha256").update(verifier).digest("base64url"));
    address.searchParams.set("code_challenge_method", "S256");
    const code = codeFrom(server, state);
    show(address.href);
    const { tokens } = await client.getToken({ code: await code, codeVerifier: verifier, redirect_uri: redirectUri });
    if (!tokens.refresh_token) throw new GoogleRefused("bad-credentials", say.noRefreshToken());
    await writeToken({ clientId, clientSecret, refreshToken: tokens.refresh_token });
  } catch (error) {
    throw refusalOf(error, "") ?? error;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function listening(): Promise<Server> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}

/** The code that the browser brings; a visit that was not asked for is turned away. */
function codeFrom(server: Server, state: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.on("request", (request, response) => {
      const query = new URL(request.url ?? "/", "http://127.0.0.1").searchParams;
      const code = query.get("code");
      const isOurs = query.get("state") === state;
      response.writeHead(isOurs ? 200 : 404, { "content-type": "text/html; charset=utf-8" });
      response.end(
        `<!DOCTYPE html><meta charset="utf-8"><title>安培台账</title><p>${isOurs && code ? say.consentPageDone : say.consentPageRefused}</p>`,
      );
      if (!isOurs) return;
      if (code) resolve(code);
      else reject(new GoogleRefused("bad-credentials", say.consentRefused(query.get("error") ?? "")));
    });
  });
}

async function readClient(path: string): Promise<Pick<StoredToken, "clientId" | "clientSecret">> {
  const file = JSON.parse(
    await readFile(path, "utf8").catch(() => {
      throw new GoogleRefused("no-credentials", say.noClientFile(path));
    }),
  ) as { readonly installed?: { readonly client_id?: unknown; readonly client_secret?: unknown } } | null;
  const { client_id: clientId, client_secret: clientSecret } = file?.installed ?? {};
  if (typeof clientId === "string" && typeof clientSecret === "string") return { clientId, clientSecret };
  throw new GoogleRefused("no-credentials", say.noClientFile(path));
}
