import { createHash, randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import * as say from "../wording/google";
import { GoogleRefused, refusalOf } from "./failure";
import { warnOfOpen } from "./open-to-others";
import { type StoredToken, writeToken } from "./token-file";

interface LoginTerms {
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
    const codeVerifier = randomBytes(48).toString("base64url");
    const state = randomBytes(16).toString("base64url");
    const address = new URL(client.generateAuthUrl({ access_type: "offline", prompt: "consent", scope: [...scopes], state }));
    address.searchParams.set("code_challenge", createHash("sha256").update(codeVerifier).digest("base64url"));
    address.searchParams.set("code_challenge_method", "S256");
    const coming = codeFrom(server, state);
    show(address.href);
    const { tokens } = await client.getToken({ code: await coming, codeVerifier, redirect_uri: redirectUri });
    const { refresh_token: refreshToken, scope } = tokens;
    if (!refreshToken) throw new GoogleRefused("bad-credentials", say.noRefreshToken());
    refuseLess(scopes, scope ?? "");
    await writeToken({ clientId, clientSecret, refreshToken });
  } catch (error) {
    throw refusalOf(error, "") ?? error;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** On the consent page every scope has its own tick. */
function refuseLess(asked: readonly string[], given: string): void {
  const scopes = given.split(" ");
  if (asked.some((scope) => !scopes.includes(scope))) throw new GoogleRefused("scope", say.consentPartial());
}

function listening(): Promise<Server> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}

/** The code that the browser brings; a visit that was not asked for is turned away. Settles once the page was sent. */
function codeFrom(server: Server, state: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.on("request", (request, response) => {
      const query = new URL(request.url ?? "/", "http://127.0.0.1").searchParams;
      const isOurs = query.get("state") === state;
      const code = isOurs ? query.get("code") : null;
      response.writeHead(isOurs ? 200 : 404, { "content-type": "text/html; charset=utf-8", connection: "close" });
      response.end(page(code ? say.consentPageDone : say.consentPageRefused), () => {
        if (code) resolve(code);
        else if (isOurs) reject(new GoogleRefused("bad-credentials", say.consentRefused(query.get("error") ?? "")));
      });
    });
  });
}

function page(text: string): string {
  return `<!DOCTYPE html><meta charset="utf-8"><title>安培台账</title><p>${text}</p>`;
}

/** @throws {GoogleRefused} `no-credentials` when it is not the file that the Cloud console gives out for a desktop app */
export async function readClient(path: string): Promise<Pick<StoredToken, "clientId" | "clientSecret">> {
  const client = await clientIn(path).catch(() => null);
  if (!client) throw new GoogleRefused("no-credentials", say.noClientFile(path));
  await warnOfOpen(path);
  return client;
}

async function clientIn(path: string): Promise<Pick<StoredToken, "clientId" | "clientSecret"> | null> {
  const file = JSON.parse(await readFile(path, "utf8")) as ClientFile | null;
  const { client_id: clientId, client_secret: clientSecret } = file?.installed ?? {};
  return typeof clientId === "string" && typeof clientSecret === "string" ? { clientId, clientSecret } : null;
}

interface ClientFile {
  readonly installed?: { readonly client_id?: unknown; readonly client_secret?: unknown };
}
