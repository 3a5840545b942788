import { readFile } from "node:fs/promises";
import * as say from "../wording/google";
import { GoogleRefused } from "./failure";
import { warnOfOpen } from "./open-to-others";
import { readToken, tokenPath } from "./token-file";

export const SHEETS_SCOPE = "https://www.googleapis.com/auth/spreadsheets";
/** For a folder of units' files: the narrower `drive.file` does not see what other people put there. */
export const DRIVE_SCOPE = "https://www.googleapis.com/auth/drive";

type Api = typeof import("googleapis/build/src/apis/sheets");
export type AuthClient = InstanceType<Api["auth"]["OAuth2"]> | InstanceType<Api["auth"]["JWT"]>;

/**
 * Who this program is to Google: the service account whose key file GOOGLE_APPLICATION_CREDENTIALS names, else the person
 * who signed in with `anpei login`. https://cloud.google.com/docs/authentication/application-default-credentials
 *
 * @throws {GoogleRefused} `no-credentials` or `bad-credentials`
 */
export async function signIn(auth: Api["auth"], scopes: readonly string[]): Promise<AuthClient> {
  const path = process.env.GOOGLE_APPLICATION_CREDENTIALS;
  if (path) {
    const { client_email: email, private_key: key } = await readKey(path);
    await warnOfOpen(path);
    return new auth.JWT({ email, key, scopes: [...scopes] });
  }
  const token = await readToken();
  if (!token) throw new GoogleRefused("no-credentials", say.noCredentials());
  await warnOfOpen(tokenPath());
  const client = new auth.OAuth2({ clientId: token.clientId, clientSecret: token.clientSecret });
  client.setCredentials({ refresh_token: token.refreshToken });
  return client;
}

/** Files of this PC that let whoever reads them in to Google: the key that the environment names, the token of a login. */
export function secretFiles(): string[] {
  const { GOOGLE_APPLICATION_CREDENTIALS: key } = process.env;
  return [...(key ? [key] : []), tokenPath()];
}

interface ServiceKey {
  readonly client_email: string;
  readonly private_key: string;
}

async function readKey(path: string): Promise<ServiceKey> {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new GoogleRefused("no-credentials", say.keyMissing(path), { cause });
  });
  try {
    const key = JSON.parse(text) as Partial<ServiceKey> | null;
    if (typeof key?.client_email === "string" && typeof key.private_key === "string") return key as ServiceKey;
  } catch {
    // Said below.
  }
  throw new GoogleRefused("bad-credentials", say.keyBroken(path));
}
