import { LONGEST } from "../schema/column";
import { cutTo } from "../snapshot/text-length";
import type { StaffSentence } from "../wording/audience";
import type { FileGraded } from "./file-code";
import { type LeftOutIds, leftOutIds } from "./left-out";
import { textsOf } from "./list-lines";
import { type PeopleBeside, peopleBeside } from "./people-beside";
import { sampleSheets } from "./sample-sheets";
import { listsOf, type RecognisedList } from "./sheet-lists";
import { halvesOf } from "./side-by-side";
import { type StruckOut, struckCells } from "./struck-out";
import { type BeyondCells, boundedSheets, type TableFile, type TableRow, type TableSheet } from "./table-file";

/** A sheet in which no list was found, or a hidden one that holds a list. */
export interface UnlistedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
  /** The first row with several words: what may be meant for its header. */
  readonly first: { readonly at: number; readonly words: readonly string[] } | null;
}

/** What of a visible sheet people may not have seen when they sent it. */
export interface UnseenCells {
  readonly sheet: string;
  /** Rows of people that are hidden, or left out by a filter; they are taken. */
  readonly hiddenRows: readonly number[];
  /** Cells too far right to be read. */
  readonly beyond: BeyondCells | null;
  readonly struck: StruckOut;
}

/** A foreign file, ready to be matched against 名册. */
export interface ForeignFile {
  readonly file: string;
  readonly fingerprint: string;
  readonly lists: readonly RecognisedList[];
  readonly unlisted?: readonly UnlistedSheet[];
  readonly unseen?: readonly UnseenCells[];
  /** Names of sheets that only show how to fill in the others. */
  readonly samples?: readonly string[];
  /** Ids that no list took. */
  readonly leftOut?: readonly LeftOutIds[];
  /** What looks like people beside the lists of a sheet, that no list took. */
  readonly besides?: readonly PeopleBeside[];
  /** Names of sheets that the file should hold and does not. */
  readonly lost?: readonly string[];
  /** What staff are told of marks of ours that are not true. */
  readonly remark?: (FileGraded & { readonly message: StaffSentence }) | null;
}

export function foreignFileOf(source: Pick<TableFile, "file" | "fingerprint" | "sheets">): ForeignFile {
  const { file, fingerprint } = source;
  const sheets = boundedSheets(source.sheets);
  const all = recogniseLists(sheets);
  const samples = sampleSheets(all);
  const lists = all.filter(({ sheet }) => !samples.has(sheet));
  const listed = new Set(all.map(({ sheet }) => sheet));
  const unlisted = sheets
    .filter((sheet) => !listed.has(sheet.name) && sheet.rows.length > 0 && (!sheet.hidden || listsOf(sheet).length > 0))
    .map(({ name, hidden, rows }) => ({ name, hidden, rows: rows.length, first: firstLine(rows) }));
  const read = sheets.filter(({ name }) => !samples.has(name));
  const lost = sheets.filter(({ isLost }) => isLost).map(({ name }) => name);
  const leftOut = leftOutIds(read, lists);
  return {
    file,
    fingerprint,
    lists,
    unlisted,
    samples: [...samples],
    unseen: unseenIn(sheets, lists),
    leftOut,
    besides: peopleBeside(read, lists).filter(({ sheet }) => !leftOut.some((one) => one.sheet === sheet)),
    lost,
  };
}

const MOST_WORDS = 8;

function firstLine(rows: readonly TableRow[]): UnlistedSheet["first"] {
  for (const row of rows) {
    const words = textsOf(row).filter((text) => /\p{L}/u.test(text));
    if (words.length > 1) return { at: row.at, words: words.slice(0, MOST_WORDS).map((word) => cutTo(word, LONGEST.text)) };
  }
  return null;
}

function unseenIn(sheets: readonly TableSheet[], lists: readonly RecognisedList[]): UnseenCells[] {
  return sheets.flatMap(({ name, hidden, rows, beyond = null }): UnseenCells[] => {
    if (hidden) return [];
    const hiddenAt = new Set(rows.filter((row) => row.hidden).map(({ at }) => at));
    const taken = lists.flatMap((list) => (list.sheet === name ? list.rows.map(({ at }) => at) : []));
    const hiddenRows = [...new Set(taken)].filter((at) => hiddenAt.has(at));
    const struck = struckIn(
      rows,
      lists.filter(({ sheet }) => sheet === name),
    );
    const isAny = hiddenRows.length + struck.people.length + struck.cells.length > 0 || beyond !== null;
    return isAny ? [{ sheet: name, hiddenRows, beyond, struck }] : [];
  });
}

function struckIn(rows: readonly TableRow[], lists: readonly RecognisedList[]): StruckOut {
  const byNumber = new Map(rows.flatMap((row) => (row.struck ? [[row.at, row] as const] : [])));
  const people = lists.flatMap(({ skipped }) =>
    skipped.flatMap(({ at, why, text }) => (why === "struck" ? [{ at, name: text }] : [])),
  );
  const cells = lists.flatMap((list) =>
    list.rows.flatMap(({ at }) => {
      const row = byNumber.get(at);
      return row ? struckCells(row, list.columns) : [];
    }),
  );
  return { people, cells };
}

/** All lists of the visible sheets, in order. */
export function recogniseLists(sheets: readonly TableSheet[]): RecognisedList[] {
  return sheets.filter(({ hidden }) => !hidden).flatMap((sheet) => halvesOf(sheet).flatMap(listsOf));
}
