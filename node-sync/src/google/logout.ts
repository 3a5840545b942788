import { access, unlink } from "node:fs/promises";
import { dirname } from "node:path";
import { flushFolder } from "../files/folder";
import { unless } from "../files/refused";
import { removeLeftovers } from "../files/temporary";
import { faultOf } from "./failure";
import { readToken, type StoredToken, tokenPath } from "./token-file";

/** Long enough for a slow network; whoever leaves does not wait for one that is not there. */
const PATIENCE = 10_000;

interface LoggedOut {
  /** Whether there was anything to remove. */
  readonly removed: boolean;
  /** Whether Google takes the token no more. */
  readonly revoked: boolean;
}

export function isLoggedIn(path = tokenPath()): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Takes back at Google what `anpei login` was given, as far as Google can be reached, and removes it here in any case. */
export async function logout(path = tokenPath()): Promise<LoggedOut> {
  if (!(await isLoggedIn(path))) return { removed: false, revoked: false };
  const token = await readToken(path);
  const revoked = token !== null && (await revoke(token));
  await unless("ENOENT", unlink(path));
  await removeLeftovers(dirname(path));
  await flushFolder(dirname(path));
  return { removed: true, revoked };
}

/** https://developers.google.com/identity/protocols/oauth2/native-app#tokenrevoke; a token unknown to Google is void already. */
async function revoke({ clientId, clientSecret, refreshToken }: StoredToken): Promise<boolean> {
  const { auth } = await import("googleapis/build/src/apis/sheets/index.js");
  const client = new auth.OAuth2({ clientId, clientSecret, transporterOptions: { timeout: PATIENCE } });
  try {
    await client.revokeToken(refreshToken);
    return true;
  } catch (error) {
    const { status, isOfApi } = faultOf(error);
    return status === 400 && isOfApi;
  }
}
