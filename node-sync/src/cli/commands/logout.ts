import { isLoggedIn, logout } from "../../google/logout";
import { tokenPath } from "../../google/token-file";
import * as say from "../../wording/google";
import { linesOf } from "../../wording/plain-text";
import type { Run } from "../command";

export const run: Run = async (common) => {
  const path = tokenPath();
  if (common.dryRun) {
    const isThere = await isLoggedIn(path);
    const json = { token: path, removed: false, revoked: false, applied: false };
    return { json, text: isThere ? say.wouldLogOut(path) : say.notLoggedIn(), needsPerson: false };
  }
  const { removed, revoked } = await logout(path);
  const what = revoked ? say.loggedOut(path) : say.loggedOutHere(path);
  const isKeySet = Boolean(process.env.GOOGLE_APPLICATION_CREDENTIALS);
  return {
    json: { token: path, removed, revoked, applied: true },
    text: linesOf([removed ? what : say.notLoggedIn(), ...(isKeySet ? [say.keyStays()] : [])]),
    needsPerson: false,
  };
};
