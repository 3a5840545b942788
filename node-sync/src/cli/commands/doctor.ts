import { access, constants, readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { versionOf } from "../../../../apps-script/domain/operations/migrate";
import type { Table } from "../../../../apps-script/domain/schema/column";
import { SCHEMA_VERSION, TABLES } from "../../../../apps-script/domain/schema/index";
import type { Grids } from "../../../../apps-script/domain/snapshot/grid";
import { layoutOf } from "../../../../apps-script/domain/snapshot/layout";
import { snapshotOf } from "../../../../apps-script/domain/snapshot/snapshot";
import { openElsewhere } from "../../files/open-elsewhere";
import * as say from "../../wording/doctor";
import type { Run } from "../command";
import { explain } from "../explain";
import { Refusal } from "../refusal";
import { bookOf, hostOf } from "../session";

interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly message: string;
}

/** Looks at everything an action needs, one check after the other, and goes on after a failure. Writes nothing. */
export const run: Run = async (common) => {
  const book = bookOf(common);
  const checks: Check[] = [environment()];
  const grids: { value: Grids } = { value: [] };
  checks.push(
    await check(say.names.access, async () => {
      await access(book, constants.R_OK | constants.W_OK);
      await access(dirname(book), constants.W_OK);
      grids.value = await (await hostOf(common)).read();
      return say.readable(basename(book));
    }),
  );
  if (checks.every(({ ok }) => ok)) checks.push(...(await workbookChecks(grids.value)));
  checks.push(await check(say.names.open, () => notOpen(book)), await check(say.names.backups, () => backups(book)));
  const failed = checks.some(({ ok }) => !ok);
  return {
    json: { checks },
    text: checks.map(({ name, ok, message }) => `${ok ? "✓" : "✗"} ${name}：${message}`).join("\n"),
    needsPerson: failed,
  };
};

async function check(name: string, work: () => string | Promise<string>): Promise<Check> {
  try {
    return { name, ok: true, message: await work() };
  } catch (error) {
    return { name, ok: false, message: explain(error).message };
  }
}

function environment(): Check {
  const major = Number(process.versions.node.split(".")[0]);
  return { name: say.names.node, ok: major >= 20, message: major >= 20 ? process.version : say.oldNode(process.version) };
}

async function workbookChecks(grids: Grids): Promise<Check[]> {
  const headers = Object.values<Table>(TABLES).map((table) => async () => {
    const grid = grids.find((candidate) => candidate.title === table.title);
    if (grid) layoutOf(table, grid);
  });
  return [
    await check(say.names.schema, () => say.schema(versionOf(grids).version, SCHEMA_VERSION)),
    await check(say.names.headers, async () => {
      for (const header of headers) await header();
      return say.headersFine(grids.length);
    }),
    await check(say.names.rows, () => rowsMessage(grids)),
  ];
}

function rowsMessage(grids: Grids): string {
  const snapshot = snapshotOf(grids);
  const repeated = snapshot.repeated.find(({ line }) => line === undefined);
  const pending = snapshot.runs.filter((candidate) => candidate.state === "待写").length;
  if (repeated) throw new Refusal("doctor", say.repeated(TABLES[repeated.table].title, repeated.key));
  if (pending > 0) throw new Refusal("doctor", say.pending(pending));
  return say.rows(snapshot.roster.length, snapshot.plan.length);
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
