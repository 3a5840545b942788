import { access, constants, readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Grids } from "../../../../apps-script/domain/snapshot/grid";
import { openElsewhere } from "../../files/open-elsewhere";
import * as say from "../../wording/doctor";
import { linesOf } from "../../wording/plain-text";
import { type Check, check, environment, workbookChecks } from "../checks";
import type { Common, Run } from "../command";
import { Refusal } from "../refusal";
import { bookOf, hostOf } from "../session";

/** Looks at everything an action needs, one check after the other, and goes on after a failure. Writes nothing. */
export const run: Run = async (common) => {
  const checks = [environment(), ...(await documentChecks(common))];
  const failed = checks.some(({ ok }) => !ok);
  return {
    json: { checks },
    text: linesOf(checks.map(({ name, ok, message }) => `${ok ? "✓" : "✗"} ${name}：${message}`)),
    needsPerson: failed,
  };
};

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
  if (open) throw new Refusal("doctor", say.openIn(open.program));
  return say.closed;
}

async function backups(book: string): Promise<string> {
  const names = await readdir(join(dirname(book), ".anpei", "backups")).catch(() => []);
  return say.backups(names.filter((name) => name.endsWith(".xlsx")).length);
}
