import { login, readClient } from "../../google/login";
import { DRIVE_SCOPE, SHEETS_SCOPE } from "../../google/sign-in";
import { tokenPath } from "../../google/token-file";
import { UsageError } from "../../refusal";
import { printAside } from "../../terminal/terminal";
import * as say from "../../wording/google";
import { linesOf } from "../../wording/plain-text";
import { type Run, textOption } from "../command";

/** The address goes to stderr, also with `--json`: nothing happens before a person opens it. */
export const run: Run = async (common, _args, options) => {
  const clientFile = textOption(options, "client");
  if (clientFile === undefined || clientFile === "") throw new UsageError(say.noClientOption);
  const scopes = options.drive === true ? [SHEETS_SCOPE, DRIVE_SCOPE] : [SHEETS_SCOPE];
  const path = tokenPath();
  if (common.dryRun) {
    await readClient(clientFile);
    return { json: { token: path, scopes, applied: false }, text: say.wouldAsk(scopes), needsPerson: false };
  }
  const show = (address: string): void => printAside(say.openThisPage(address));
  await login({ clientFile, scopes, show });
  const isShadowed = Boolean(process.env.GOOGLE_APPLICATION_CREDENTIALS);
  return {
    json: { token: path, scopes, applied: true },
    text: linesOf([say.signedIn(path), ...(isShadowed ? [say.keyGoesFirst()] : [])]),
    needsPerson: false,
  };
};
