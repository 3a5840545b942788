import { access, constants, readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Grids } from "../../../../apps-script/domain/snapshot/grid";
import { openElsewhere } from "../../files/open-elsewhere";
import { openAmong } from "../../google/open-to-others";
import { secretFiles } from "../../google/sign-in";
import { refusal } from "../../refusal";
import * as say from "../../wording/doctor";
import { openToOthers } from "../../wording/google";
import { linesOf } from "../../wording/plain-text";
import { type Check, check, environment, workbookChecks } from "../checks";
import type { Common, Run } from "../command";
import { bookOf, hostOf } from "../session";

/** Looks at everything an action needs, one check after the other, and goes on after a failure. Writes nothing. */
export const run: Run = async (common) => {
  // Before anything is used that would be warned of.
  const secrets = await secretChecks();
  const checks = [environment(), ...(await documentChecks(common)), ...secrets];
  const failed = checks.some(({ ok }) => !ok);
  return {
    json: { checks },
    text: linesOf(checks.map(({ name, ok, message }) => `${ok ? "✓" : "✗"} ${name}：${message}`)),
    needsPerson: failed,
  };
};

/** Said only when something is wrong: most workbooks have nothing to do with Google. */
async function secretChecks(): Promise<Check[]> {
  const open = await openAmong(secretFiles());
  return open.map((path) => ({ name: say.names.secrets, ok: false, message: openToOthers(path) }));
}

async function documentChecks(common: Common): Promise<Check[]> {
  if (common.sheet === null) return bookChecks(common);
  const { sheetChecks } = await import("../sheet-checks");
  return sheetChecks(common.sheet);
}

async function bookChecks(common: Common): Promise<Check[]> {
  const book = bookOf(common);
  const found: { grids?: Grids } = {};
  const reading = await check(say.names.access, async () => {
    await access(book, constants.R_OK | constants.W_OK);
    await access(dirname(book), constants.W_OK);
    found.grids = await (await hostOf(common)).read();
    return say.readable(basename(book));
  });
  return [
    reading,
    ...(found.grids ? await workbookChecks(found.grids) : []),
    await check(say.names.open, () => notOpen(book)),
    await check(say.names.backups, () => backups(book)),
  ];
}

async function notOpen(book: string): Promise<string> {
  const open = await openElsewhere(book);
  if (open) throw refusal("doctor", say.openIn(open.program));
  return say.closed;
}

async function backups(book: string): Promise<string> {
  const names = await readdir(join(dirname(book), ".anpei", "backups")).catch(() => []);
  return say.backups(names.filter((name) => name.endsWith(".xlsx")).length);
}
