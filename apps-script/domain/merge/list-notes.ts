import { ROSTER } from "../schema/roster";
import { CLASS_TITLE, titleOfColumn } from "../schema/unit-columns";
import { textOf } from "../snapshot/value";
import * as say from "../wording/import";
import * as ofSheet from "../wording/list-sheets";
import type { FileFindings, ListMapping, Place } from "./file-report";
import type { IncomingRow } from "./incoming";
import type { ForeignFile } from "./recognise";
import type { RecognisedList } from "./sheet-lists";
import { addressOf } from "./table-file";
import { isFirstDay, speaksOfValidity, VALIDITY } from "./validity-columns";

/** The file as a whole, not a place in it. */
export const WHOLE_FILE: Place = { sheet: null, at: null, address: null, name: "" };

/** Notes what is odd about a file as a whole. */
export function noteFile(file: ForeignFile, isRepeated: boolean, findings: FileFindings): void {
  if (file.remark) findings.note(file.remark, WHOLE_FILE, null, file.remark.message);
  if (isRepeated) findings.note({ code: "I01" }, WHOLE_FILE, null, say.importedBefore());
  if (file.lists.length === 0) {
    const shown = file.unlisted?.find(({ hidden, first }) => !hidden && first !== null);
    findings.note({ code: "I02" }, { ...WHOLE_FILE, sheet: shown?.name ?? null }, null, ofSheet.noList(shown?.first ?? null));
  }
  noteUnseen(file, findings);
  for (const sheet of file.samples ?? []) findings.note({ code: "I03" }, { ...WHOLE_FILE, sheet }, null, ofSheet.sampleSheet());
  for (const { name, hidden, rows } of file.unlisted ?? []) {
    if (file.lists.length === 0 && !hidden) continue;
    findings.note(
      { code: "I03" },
      { ...WHOLE_FILE, sheet: name },
      null,
      hidden ? ofSheet.hiddenList(rows) : ofSheet.noListInSheet(rows),
    );
  }
}

/**
 * Notes rows that are hidden, which are read like any others, cells that are too far off to be read, what is struck out,
 * and ids that no list took.
 */
export function noteUnseen(
  { unseen = [], lost = [], leftOut = [], besides = [] }: Pick<ForeignFile, "unseen" | "lost" | "leftOut" | "besides">,
  findings: FileFindings,
): void {
  for (const { sheet, from, to } of besides)
    findings.note({ code: "I03" }, { ...WHOLE_FILE, sheet, address: `${from}:${to}` }, null, ofSheet.peopleBeside());
  for (const { sheet, addresses } of leftOut)
    findings.note({ code: "I33" }, { ...WHOLE_FILE, sheet, address: addresses[0] ?? null }, null, ofSheet.leftOutIds(addresses));
  for (const sheet of lost) findings.note({ code: "I31" }, { ...WHOLE_FILE, sheet }, null, ofSheet.lostSheet());
  for (const { sheet, hiddenRows, beyond, struck } of unseen) {
    const place: Place = { ...WHOLE_FILE, sheet };
    if (hiddenRows.length > 0) findings.note({ code: "I30" }, place, null, ofSheet.hiddenRows(hiddenRows));
    if (struck.people.length > 0) findings.note({ code: "I32" }, place, null, ofSheet.struckPeople(struck.people));
    if (struck.cells.length > 0) findings.note({ code: "I32" }, place, null, ofSheet.struckCells(struck.cells));
    if (beyond) findings.note({ code: "I03" }, { ...place, address: beyond.address }, null, ofSheet.cellsBeyond(beyond.count));
  }
}

/** Notes what was passed over and what is odd about a list as a whole. `rows` are those that were not refused. */
export function noteList(list: RecognisedList, rows: readonly IncomingRow[], findings: FileFindings): void {
  const place: Place = { ...WHOLE_FILE, sheet: list.sheet };
  const passed = new Map<string, number[]>();
  for (const { at, why } of list.skipped) {
    if (why === "title" || why === "header" || why === "blank" || why === "struck") continue;
    const places = passed.get(why);
    if (places) places.push(at);
    else passed.set(why, [at]);
  }
  const parts = [...passed].map(([why, places]) => ofSheet.skippedRows(why, places));
  if (parts.length > 0) findings.note({ code: "I03" }, place, null, ofSheet.rowsPassedOver(parts));
  for (const { index, header, twin } of list.columns) {
    const taken = list.columns.find(({ title }) => title !== null && title === twin);
    if (!taken || twin === null) continue;
    findings.note({ code: "I04" }, place, twin, ofSheet.twinColumn(twin, headed(taken), headed({ index, header })));
  }
  noteValidity(list, place, findings);
  if (list.unclearUnits.length > 0)
    findings.note(
      { code: "I34" },
      { ...place, address: list.unclearUnits[0]?.address ?? null },
      titleOfColumn("unit"),
      ofSheet.unclearUnits(list.unclearUnits),
    );
  const stated = rows.map(({ cells }) => cells.get("unit")).find((cell) => cell?.isOwn === false && cell.unusable !== undefined);
  if (stated?.unusable !== undefined)
    findings.note({ code: "I23" }, { ...place, address: stated.address }, titleOfColumn("unit"), stated.unusable);
  const numeric = rows.filter((row) => row.problems.some(({ code }) => code === "I17")).length;
  if (numeric > 0) findings.note({ code: "I17" }, place, titleOfColumn("mobile"), ofSheet.numericMobiles(numeric));
  const lost = list.rows.flatMap(({ at, cells }) =>
    cells.flatMap((cell, index) => (textOf(cell).includes("\ufffd") ? [addressOf(index, at)] : [])),
  );
  if (lost.length > 0) findings.note({ code: "I18" }, place, null, ofSheet.lostCharacters(lost));
}

/** Says which columns about 有效期 were not read. The first day beside the last one is nobody's loss. */
function noteValidity({ columns, parted }: RecognisedList, place: Place, findings: FileFindings): void {
  if (parted.length > 0) findings.note({ code: "I28" }, place, VALIDITY, ofSheet.partedValidity(parted.map(headed)));
  const isTaken = columns.some(({ title }) => title === VALIDITY);
  const unread = columns.filter(
    ({ header, title, twin, index }) =>
      title === null &&
      twin === null &&
      speaksOfValidity(header) &&
      !(isTaken && isFirstDay(header)) &&
      !parted.some((one) => one.index === index),
  );
  if (unread.length > 0) findings.note({ code: "I28" }, place, VALIDITY, ofSheet.unreadValidity(unread.map(headed)));
}

const headed = ({ index, header }: { readonly index: number; readonly header: string }) => ({
  letters: addressOf(index, 1).replace("1", ""),
  header,
});

/** How the columns of a list were read. */
export function mappingOf(list: RecognisedList): ListMapping {
  return {
    sheet: list.sheet,
    taken: list.columns.flatMap(({ title, header }) => (title === null || title === CLASS_TITLE ? [] : [{ title, header }])),
    ignored: list.columns.filter(({ title }) => title === null || title === CLASS_TITLE).map(({ header }) => header),
    skipped: list.skipped,
  };
}

const REASONS = ROSTER.columns.refusal.title;
/** Only counts the rows. */
const RUNNING_NUMBER = /^(?:序号?|编号|行号|№|no\.?)$/iu;

/**
 * The headers of columns that nobody reads, each once: a unit that fills one in should know. Not those that only number the
 * rows, nor the twin of a column that was taken, of which more is said, nor the reasons that a reply of ours came with.
 */
export function unreadHeaders(lists: readonly Pick<RecognisedList, "columns">[]): string[] {
  const unread = lists.flatMap(({ columns }) =>
    columns.flatMap(({ title, header, twin }) => ((title === null && twin === null) || title === CLASS_TITLE ? [header] : [])),
  );
  return [...new Set(unread)].filter((header) => !RUNNING_NUMBER.test(header) && header !== REASONS);
}
