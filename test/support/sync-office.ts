import { cp, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CellWrite } from "../../apps-script/domain/changes/write-plan";
import { type Enrolment, TABLES, type Table } from "../../apps-script/domain/schema/index";
import type { Grids } from "../../apps-script/domain/snapshot/grid";
import { type Snapshot, snapshotOf } from "../../apps-script/domain/snapshot/snapshot";
import type { Value } from "../../apps-script/domain/snapshot/value";
import { LocalOutbox } from "../../node-sync/src/exchange/export/local-outbox";
import { LocalSetAside } from "../../node-sync/src/exchange/set-aside";
import { LocalAnswers } from "../../node-sync/src/exchange/sync/local-answers";
import { LocalInbox } from "../../node-sync/src/exchange/sync/local-inbox";
import type { SyncOptions, SyncPlaces } from "../../node-sync/src/exchange/sync/places";
import { type Synced, sync } from "../../node-sync/src/exchange/sync/sync";
import { onTrial } from "../../node-sync/src/exchange/sync/trial";
import { readTableFile } from "../../node-sync/src/files/read-table-file";
import { newWorkbook } from "../../node-sync/src/workbook/new-workbook";
import { patchWorkbook } from "../../node-sync/src/xlsx/patch/patch-workbook";
import { XlsxHost } from "../../node-sync/src/xlsx/xlsx-host";
import { idOf } from "../domain/merge/lists";
import { plan2024 } from "./books";

/** The terms of every sync here: with the same moment the same workbook comes out. */
export const syncTerms = {
  today: "2024-03-12",
  // Of this month, since commands have the clock of now: change sets do not grow old between two of them.
  head: { time: `${new Date().toISOString().slice(0, 8)}01T08:00:00+08:00`, clerk: "前台", source: "命令行" },
} as const;

export const unitAt = (place: number): string => `${"甲乙丙丁戊己庚辛壬癸子丑"[place]}矿业有限公司`;

/** Columns of 学员 in a unit's file; people begin at row 3. */
export const AT = { rowId: 1, name: 2, idNumber: 4, mobile: 5, post: 7, kind: 9, note: 12, class: 13 } as const;
export type Typed = readonly (readonly [row: number, column: number, value: string | null])[];

const PEOPLE = 3;

function personAt(index: number): Partial<Enrolment> {
  const month = String((index % 12) + 1).padStart(2, "0");
  return {
    ...{ id: `B2024-${String(index + 1).padStart(5, "0")}`, person: `P${String(index + 1).padStart(5, "0")}` },
    ...{ name: `${"赵钱孙李周吴郑王冯陈"[index % 10]}${"安平志晓"[Math.floor(index / 10)]}某`, idType: "居民身份证" },
    ...{ idNumber: idOf(300 + index), mobile: `199${String(index * 7919).padStart(8, "0")}` },
    ...{ unit: unitAt(Math.floor(index / PEOPLE)), post: "主要负责人", education: "大专", kind: "再培训" },
    ...{ certificate: `证${index}号`, validUntil: `2024-${month}-20` },
  };
}

function rowsOf(table: Table, rows: readonly object[]): [string, Value[][]] {
  const columns = Object.keys(table.columns);
  return [table.title, rows.map((row) => columns.map((column) => (row as Readonly<Record<string, Value>>)[column] ?? null))];
}

export interface SyncedFiles {
  readonly outbox: Readonly<Record<string, unknown>>;
  readonly inbox: readonly string[];
  readonly done: Readonly<Record<string, string>>;
}

export interface SyncState extends SyncedFiles {
  readonly book: Grids;
}

/** An office that syncs: a workbook of some units with three people each, an inbox and an outbox. */
export class SyncOffice {
  readonly book: string;
  readonly inbox: string;
  readonly outbox: string;

  constructor(
    readonly folder: string,
    readonly today: string = syncTerms.today,
  ) {
    this.book = join(folder, "名册.xlsx");
    this.inbox = join(folder, "收件");
    this.outbox = join(folder, "发件");
  }

  static async open(units: number): Promise<SyncOffice> {
    const office = new SyncOffice(await mkdtemp(join(tmpdir(), "anpei-sync-")));
    await mkdir(office.inbox);
    const extraRows = new Map([
      rowsOf(
        TABLES.units,
        Array.from({ length: units }, (_, place) => ({ name: unitAt(place) })),
      ),
      rowsOf(
        TABLES.roster,
        Array.from({ length: units * PEOPLE }, (_, index) => personAt(index)),
      ),
      rowsOf(TABLES.plan, plan2024),
    ]);
    await writeFile(office.book, await newWorkbook({ planYear: 2024, workbook: "w-sync", extraRows }));
    return office;
  }

  async copyTo(folder: string): Promise<SyncOffice> {
    await cp(this.folder, folder, { recursive: true, preserveTimestamps: true });
    return new SyncOffice(folder);
  }

  close(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }

  /** `now` is the inbox's clock. It is an hour ahead unless given: what has just been written is old enough to be read. */
  places(now = (): number => Date.now() + 3_600_000): SyncPlaces {
    return {
      host: new XlsxHost(this.book),
      inbox: new LocalInbox(this.inbox, now),
      outbox: new LocalOutbox(this.outbox),
      answers: new LocalAnswers(this.book),
      setAside: new LocalSetAside(this.book),
    };
  }

  async sync(options: SyncOptions & { readonly now?: () => number; readonly trial?: boolean } = {}): Promise<Synced> {
    const places = this.places(options.now);
    return sync(options.trial ? await onTrial(places) : places, { ...syncTerms, today: this.today }, options);
  }

  /** A unit opens a file of ours and types into it. */
  async typed(typed: Typed, name = `${unitAt(0)}.xlsx`): Promise<Buffer> {
    const cells = typed.map(([row, column, value]) => ({ row, column, value, kind: "text" as const }));
    return patchWorkbook(await readFile(join(this.outbox, name)), [{ sheet: "学员", firstDataRow: 3, cells }]);
  }

  async arrive(name: string, bytes: Uint8Array | string): Promise<void> {
    const path = join(this.inbox, name);
    await writeFile(path, bytes);
    const anHourAgo = Date.now() / 1000 - 3600;
    await utimes(path, anHourAgo, anHourAgo);
  }

  /** Staff throw a file of the inbox away. */
  discard(name: string): Promise<void> {
    return rm(join(this.inbox, name));
  }

  async snapshot(): Promise<Snapshot> {
    return snapshotOf(await new XlsxHost(this.book).read());
  }

  /** Staff type into a tab; rows and columns as in its first line of people. */
  async staffType(tab: "名册" | "冲突" | "单位", row: number, title: string, value: string): Promise<void> {
    const host = new XlsxHost(this.book);
    const grid = (await host.read()).find((one) => one.title === tab);
    const column = grid?.header.indexOf(title) ?? -1;
    const write: CellWrite = { sheet: tab, at: (grid?.headerRow ?? 0) + row, column, value, kind: "text" };
    await host.write([[write]]);
  }

  async names(folder: "收件" | "发件" | "收件/已处理"): Promise<string[]> {
    const entries = await readdir(join(this.folder, folder), { withFileTypes: true }).catch(() => []);
    return entries
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort();
  }

  /** Everything that a sync is answerable for. */
  async state(): Promise<SyncState> {
    return { book: await new XlsxHost(this.book).read(), ...(await this.files()) };
  }

  /** Its files besides the workbook. Those of ours are compared byte by byte, replies by their cells. */
  async files(): Promise<SyncedFiles> {
    const outbox: Record<string, unknown> = {};
    for (const name of await this.names("发件")) {
      const { sheets, keywords } = await readTableFile(join(this.outbox, name));
      const isUnitFile = keywords?.startsWith("anpei-X") === true;
      outbox[name] = isUnitFile ? (await readFile(join(this.outbox, name))).toString("base64") : sheets;
    }
    const done: Record<string, string> = {};
    for (const name of await this.names("收件/已处理"))
      done[name] = (await readFile(join(this.inbox, "已处理", name))).toString("base64");
    return { outbox, inbox: await this.names("收件"), done };
  }
}

/** A list that a unit made itself. */
export function csvList(unit: string, rows: readonly (readonly string[])[]): string {
  const head = [`填报单位：${unit},,,,`, "姓名,证件号,工作单位,职位,申报类型"];
  return [...head, ...rows.map(([name, id]) => `${name},${id},${unit},主要负责人,初培`)].join("\n");
}
