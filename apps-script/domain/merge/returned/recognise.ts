import { type FileIdentity, type KeywordIdentity, MAGIC, readIdentity, readKeywords } from "../../exchange/identity";
import { isRowId } from "../../exchange/row-id";
import { CLASS_COLUMNS } from "../../exchange/sent-class";
import { ROSTER } from "../../schema/roster";
import { unitColumnTitled } from "../../schema/unit-columns";
import { headerForm } from "../../snapshot/layout";
import { textOf, type Value } from "../../snapshot/value";
import { type ForeignFile, foreignFileOf } from "../recognise";
import type { ListRow, RecognisedList } from "../sheet-lists";
import { boundedSheets, type TableFile, type TableSheet } from "../table-file";

/** A grey column of ours: one that a unit's file shows and never fills. */
export interface GreyColumn {
  readonly name: string;
  readonly title: string;
  readonly index: number;
}

/** A list with its row ids: `ids` by sheet row, as written, for rows that have one. */
export interface ReturnedList {
  readonly list: RecognisedList;
  readonly ids: ReadonlyMap<number, string>;
  readonly grey: readonly GreyColumn[];
}

/** What marks a file as one that we sent; whose it is and whether it can be used is found out against the workbook. */
export interface ReturnedMarks {
  readonly identity: FileIdentity | null;
  readonly keywords: KeywordIdentity | null;
  readonly lists: readonly ReturnedList[];
}

/** A file to import: `returned` is `null` for one that bears no mark of ours. */
export interface IncomingFile extends ForeignFile {
  readonly returned: ReturnedMarks | null;
}

export type SourceFile = Pick<TableFile, "file" | "fingerprint" | "sheets"> & {
  /** The core property `keywords`, where the format has one. */
  readonly keywords?: string | null | undefined;
};

/** A file as the importer takes it: our own when it bears an identity, keywords of ours, or rows with row ids. */
export function incomingFileOf(source: SourceFile): IncomingFile {
  const all = boundedSheets(source.sheets);
  const own = all.filter(isIdentitySheet);
  const sheets = all.filter((sheet) => !own.includes(sheet));
  const foreign = foreignFileOf({ ...source, sheets });
  const identity = own.map(({ rows }) => readIdentity(firstCells(rows))).find((found) => found !== null) ?? null;
  const keywords = readKeywords(source.keywords ?? "");
  const lists = withRowIds(foreign.lists, sheets);
  const isOurs = identity !== null || keywords !== null || lists.some(({ ids }) => ids.size > 0);
  return { ...foreign, returned: isOurs ? { identity, keywords, lists } : null };
}

function isIdentitySheet({ rows }: TableSheet): boolean {
  return textOf(rows.find(({ at }) => at === 1)?.cells[0]) === MAGIC;
}

function firstCells(rows: TableSheet["rows"]): (readonly Value[])[] {
  return [1, 2].map((at) => rows.find((row) => row.at === at)?.cells ?? []);
}

function withRowIds(lists: readonly RecognisedList[], sheets: readonly TableSheet[]): ReturnedList[] {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  return lists.map((list) => withIds(list, byName.get(list.sheet)));
}

/** Rows with a row id are people, whatever they say: none is passed over as an example or a remark, unless it is struck out. */
function withIds(list: RecognisedList, sheet: TableSheet | undefined): ReturnedList {
  const rows = new Map((sheet?.rows ?? []).map((row) => [row.at, row.cells]));
  const places = [...list.rows, ...list.skipped].map(({ at }) => at);
  const column = idColumn(places.map((at) => rows.get(at) ?? []));
  const ids = new Map<number, string>();
  for (const at of places) {
    const text = column === null ? "" : textOf(rows.get(at)?.[column]);
    if (isRowId(text)) ids.set(at, text);
  }
  const kept = new Set(list.skipped.filter(({ at, why }) => ids.has(at) && why !== "struck"));
  const more = [...kept].map(({ at }): ListRow => {
    const cells = rows.get(at) ?? [];
    return { at, cells, own: cells, unit: null, post: null, kind: null };
  });
  return {
    list: {
      ...list,
      rows: [...list.rows, ...more].sort((a, b) => a.at - b.at),
      skipped: list.skipped.filter((line) => !kept.has(line)),
    },
    ids,
    grey: greyColumns(list),
  };
}

/** Row ids are known by their form: their column may have moved and lost its title. */
function idColumn(rows: readonly (readonly Value[])[]): number | null {
  const counts = new Map<number, number>();
  for (const cells of rows) {
    cells.forEach((cell, index) => {
      if (typeof cell === "string" && isRowId(cell)) counts.set(index, (counts.get(index) ?? 0) + 1);
    });
  }
  const [best] = [...counts].sort(([a, one], [b, other]) => other - one || a - b);
  return best?.[0] ?? null;
}

const GREY_BY_TITLE: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...ROSTER.columns, ...CLASS_COLUMNS }).flatMap(([name, { title, owner }]) =>
    owner === "unit" || owner === "system" ? [] : [[title, name]],
  ),
);

function greyColumns(list: RecognisedList): GreyColumn[] {
  return list.columns.flatMap(({ index, header, title }) => {
    if (title !== null && unitColumnTitled(title) !== null) return [];
    const form = title ?? headerForm(header);
    const name = GREY_BY_TITLE.get(form);
    return name === undefined ? [] : [{ name, title: form, index }];
  });
}
