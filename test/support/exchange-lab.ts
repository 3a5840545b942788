import { withChanges } from "../../apps-script/domain/changes/advance";
import { withoutBlanked } from "../../apps-script/domain/changes/blanked";
import { OutcomeBuilder } from "../../apps-script/domain/changes/outcome";
import {
  type FileIdentity,
  IDENTITY_SHEET,
  keywordsOf,
  MAGIC,
  PEOPLE_SHEET,
  packBase,
  ROW_ID_TITLE,
  sentHash,
} from "../../apps-script/domain/exchange/identity";
import { rowIdOf } from "../../apps-script/domain/exchange/row-id";
import type { Sealer } from "../../apps-script/domain/exchange/seal";
import { incomingFileOf, type ReturnedReport, type SourceFile } from "../../apps-script/domain/merge/returned";
import { type FileReport, type ImportTerms, importOperation } from "../../apps-script/domain/operations/import";
import type { Decision } from "../../apps-script/domain/operations/operation";
import { contextOf } from "../../apps-script/domain/rules/context";
import { type Enrolment, ROSTER } from "../../apps-script/domain/schema/roster";
import { UNIT_COLUMNS, type UnitValues } from "../../apps-script/domain/schema/unit-columns";
import type { Snapshot } from "../../apps-script/domain/snapshot/snapshot";
import type { Value } from "../../apps-script/domain/snapshot/value";
import { type BookParts, bookOf, sealerOf } from "./books";

export const TODAY = "2024-03-01";
export const WORKBOOK = "W-test";
export const EXCHANGE = "X00001";
export const UNIT = "甲矿业有限公司";

/** A person's cells by Chinese title, as tests and stories write them. */
export type Cells = Readonly<Record<string, Value>>;

const NAMES: ReadonlyMap<string, string> = new Map(Object.entries(ROSTER.columns).map(([name, { title }]) => [title, name]));
const nameOf = (title: string): string => NAMES.get(title) ?? title;

function enrolmentOf(cells: Cells): Partial<Enrolment> {
  return Object.fromEntries(Object.entries(cells).map(([title, value]) => [nameOf(title), value]));
}

export function unitValues(cells: Cells): UnitValues {
  const given = enrolmentOf(cells) as Readonly<Record<string, Value>>;
  return Object.fromEntries(UNIT_COLUMNS.map((column) => [column, given[column] ?? null])) as unknown as UnitValues;
}

export interface SentGeneration {
  readonly exchange?: string;
  readonly unit?: string;
  readonly generation: number;
  readonly people: readonly Cells[];
}

/** A workbook that has sent files: 名册 as it is now, with 底稿 and 往来 of what was sent. */
export function sentBook(
  roster: readonly Cells[],
  sent: readonly SentGeneration[],
  parts: Omit<BookParts, "conflicts"> & { readonly conflicts?: readonly Cells[] } = {},
): Snapshot {
  const { conflicts = [], ...rest } = parts;
  const units = [{ name: UNIT, aliases: "甲矿" }, { name: "乙矿业有限公司" }];
  const used = roster.map(({ 报名编号: id }) => Number(String(id).slice(-5)));
  const counters = { enrolmentCounter: Math.max(0, ...used), personCounter: roster.length };
  const settings = { ...counters, ...rest.settings };
  const book = bookOf({
    units,
    keys: [WORKBOOK],
    ...rest,
    settings,
    roster: roster.map((cells, place) => ({ person: `P${place + 1}`, ...enrolmentOf(cells) })),
  });
  const out = new OutcomeBuilder();
  for (const { exchange = EXCHANGE, unit = UNIT, generation, people } of sent) {
    out.add("exchanges", {
      exchange,
      unit,
      direction: "发出",
      generation,
      file: "发出.xlsx",
      fingerprint: "sent",
      people: people.length,
      contents: sentHash(people.map((cells) => ({ enrolment: String(cells.报名编号), values: unitValues(cells) }))),
    });
    for (const cells of people) {
      const enrolment = cells.报名编号 ?? null;
      out.add("bases", { exchange, generation, enrolment, unit, values: packBase(unitValues(cells)) });
    }
  }
  for (const cells of conflicts) {
    const titles = {
      报名编号: "enrolment",
      姓名: "name",
      列: "column",
      原值: "base",
      我方: "ours",
      对方: "theirs",
      采用: "choice",
      来源: "source",
    };
    out.add("conflicts", Object.fromEntries(Object.entries(titles).map(([title, name]) => [name, cells[title] ?? null])));
  }
  return withChanges(book, out.done());
}

export interface ReturnedParts {
  readonly file?: string;
  readonly exchange?: string;
  readonly generation?: number;
  readonly workbook?: string;
  /** The workbook whose secret the seals are made with, when it is not the one that the file names. */
  readonly key?: string;
  /** The people as sent, for the hash. */
  readonly sent?: readonly Cells[];
  readonly titles: readonly string[];
  /** `行号` is the 报名编号 of the row id, `报名编号@exchange` one of another exchange; a text with a dot is taken as written. */
  readonly rows: readonly Cells[];
  readonly sheet?: string;
  /** Which of the two copies of the identity the file still has; `disagree` when they are of two files. */
  readonly identity?: "both" | "sheet" | "keywords" | "none" | "disagree";
  readonly schema?: number;
}

/** A file of ours as it comes back. */
export function returnedFile(parts: ReturnedParts): SourceFile {
  const {
    exchange = EXCHANGE,
    generation = 1,
    workbook = WORKBOOK,
    sheet = PEOPLE_SHEET,
    identity = "both",
    rows,
    titles,
  } = parts;
  const { sent = [], schema = 1, file = "甲矿业有限公司.xlsx" } = parts;
  const people = sent.map((cells) => ({ enrolment: String(cells.报名编号), values: unitValues(cells) }));
  const sealer = sealerOf(parts.key ?? workbook);
  const sealed = { exchange, generation, hash: sentHash(people), rows: people.length };
  const self: FileIdentity = { ...sealed, workbook, schema, seal: sealer.file(sealed) };
  const header: Value[] = [ROW_ID_TITLE, ...titles];
  const lines = rows.map((cells) => [
    rowId(cells.行号 ?? null, exchange, sealer),
    ...titles.map((title) => cells[title] ?? null),
  ]);
  const grid: readonly (readonly Value[])[] = [["甲矿业有限公司学员信息"], header, ...lines];
  const hidden = {
    name: IDENTITY_SHEET,
    hidden: true,
    rows: [MAGIC, JSON.stringify(self)].map((cell, at) => ({ at: at + 1, cells: [cell] })),
  };
  const list = {
    name: sheet,
    hidden: false,
    rows: grid.map((cells, index) => ({ at: index + 1, cells })).filter(({ cells }) => cells.some((cell) => cell !== null)),
  };
  const hasSheet = identity !== "keywords" && identity !== "none";
  const other = { ...sealed, generation: generation + 1 };
  const told = identity === "disagree" ? { ...self, ...other, seal: sealer.file(other) } : self;
  return {
    file,
    fingerprint: JSON.stringify(parts),
    sheets: hasSheet ? [list, hidden] : [list],
    keywords: identity === "sheet" || identity === "none" ? null : keywordsOf(told),
  };
}

function rowId(given: Value, exchange: string, sealer: Sealer): Value {
  if (given === null || String(given).includes(".")) return given;
  const [enrolment = "", other = exchange] = String(given).split("@");
  return rowIdOf(enrolment, other, sealer);
}

export interface Played {
  readonly decision: Decision;
  readonly reports: readonly FileReport[];
  readonly after: Snapshot;
}

/** Imports files and writes the changes. */
export function importFiles(book: Snapshot, files: readonly SourceFile[], terms: ImportTerms = {}): Played {
  const operation = importOperation(files.map(incomingFileOf), `${TODAY}T08:00:00+08:00`, terms);
  const decision = operation.decide(book, contextOf(book, TODAY));
  return { decision, reports: decision.report.files, after: withoutBlanked(withChanges(book, decision), decision.blanked ?? []) };
}

export function returnedReport({ reports }: Played, place = 0): ReturnedReport {
  const report = reports[place];
  if (report?.kind !== "returned") throw new Error(`report ${place} is ${report?.kind ?? "missing"}`);
  return report;
}
