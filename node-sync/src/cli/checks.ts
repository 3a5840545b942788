import { isUnsettledCopy } from "../../../apps-script/domain/operations/keying";
import { lostColumns } from "../../../apps-script/domain/operations/lost-columns";
import { asMigrated, versionOf } from "../../../apps-script/domain/operations/migrate";
import { RUN } from "../../../apps-script/domain/schema/allowed";
import type { Table } from "../../../apps-script/domain/schema/column";
import { SCHEMA_VERSION, TABLE_NAMES, TABLES, tableTitled } from "../../../apps-script/domain/schema/index";
import type { Grids } from "../../../apps-script/domain/snapshot/grid";
import { BrokenWorkbook, layoutOf, tabMissing } from "../../../apps-script/domain/snapshot/layout";
import { isForeign } from "../../../apps-script/domain/snapshot/look-alike";
import { type Snapshot, snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { copiedDocument, lostHiddenColumns, lostHiddenTab } from "../../../apps-script/domain/wording/workbook";
import { explain } from "../explain";
import { refusal } from "../refusal";
import * as say from "../wording/doctor";

/** One thing that `doctor` looked at; what it says of a failure tells what to do. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly message: string;
}

export async function check(name: string, work: () => string | Promise<string>): Promise<Check> {
  try {
    return { name, ok: true, message: await work() };
  } catch (error) {
    return { name, ok: false, message: explain(error).message };
  }
}

export function environment(): Check {
  const major = Number(process.versions.node.split(".")[0]);
  return { name: say.names.node, ok: major >= 20, message: major >= 20 ? process.version : say.oldNode(process.version) };
}

/** What is asked of a workbook, wherever it is kept. */
export async function workbookChecks(grids: Grids, document = ""): Promise<Check[]> {
  return [
    await check(say.names.schema, () => say.schema(versionOf(grids).version, SCHEMA_VERSION)),
    await check(say.names.headers, () => headersMessage(grids)),
    await check(say.names.rows, () => rowsMessage(grids)),
    await check(say.names.seals, () => sealsMessage(grids, document)),
  ];
}

/** A tab or column that came with a later version than the workbook's is not missing: the next run adds it. */
function headersMessage(grids: Grids): string {
  const version = knownVersion(grids);
  const [lost] = lostIn(grids);
  if (lost) {
    const titles = lost.columns.map(([, { title }]) => title);
    throw new BrokenWorkbook("missing-header", lostHiddenColumns(lost.table.title, titles));
  }
  for (const table of Object.values<Table>(TABLES)) {
    const grid = grids.find(({ title }) => title === table.title);
    if (grid && isForeign(table, grid)) continue;
    if (grid) layoutOf(table, grid, ({ since = 1 }) => since <= version);
    else if (table.hidden && (table.since ?? 1) <= version) throw new BrokenWorkbook("missing-tab", lostHiddenTab(table.title));
    else if ((table.since ?? 1) <= version) throw tabMissing(table, grids);
  }
  return say.headersFine(grids.filter(({ title }) => tableTitled(title)).length);
}

function lostIn(grids: Grids): ReturnType<typeof lostColumns> {
  try {
    return lostColumns(grids, TABLE_NAMES);
  } catch {
    return [];
  }
}

function knownVersion(grids: Grids): number {
  try {
    return versionOf(grids).version;
  } catch {
    return SCHEMA_VERSION;
  }
}

/** Runs that were closed as not done and not made up for by a later one of the same action. */
function notDoneSince({ runs }: Snapshot) {
  const isDoneSince = (key: string, action: string | null): boolean =>
    runs.some((other) => other.action === action && other.state === RUN.done && other.key > key);
  return runs.filter(({ key, action, state }) => state === RUN.unfinished && !isDoneSince(key, action));
}

function rowsMessage(grids: Grids): string {
  const snapshot = snapshotOf(knownVersion(grids) < SCHEMA_VERSION ? asMigrated(grids) : grids);
  const repeated = snapshot.repeated.find(({ line }) => line === undefined);
  const pending = snapshot.runs.filter((candidate) => candidate.state === RUN.pending).length;
  if (repeated) throw refusal("doctor", say.repeated(TABLES[repeated.table].title, repeated.key));
  if (pending > 0) throw refusal("doctor", say.pending(pending));
  const [notDone] = notDoneSince(snapshot);
  if (notDone) throw refusal("doctor", say.notDone(notDone.key, notDone.action ?? "", notDone.summary ?? ""));
  return say.rows(snapshot.roster.length, snapshot.plan.length);
}

function sealsMessage(grids: Grids, document: string): string {
  if (isUnsettledCopy(grids, document)) throw refusal("copied-document", copiedDocument());
  return say.seals;
}
