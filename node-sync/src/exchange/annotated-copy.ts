import type { UnitFile } from "../../../apps-script/domain/exchange/export";
import { SENT_COLUMNS, type SentColumn, sentColumn } from "../../../apps-script/domain/exchange/sent-rows";
import type { AnnotatedRow, Verdict } from "../../../apps-script/domain/merge/returned/report";
import { ROSTER } from "../../../apps-script/domain/schema/index";
import { textOf, type Value } from "../../../apps-script/domain/snapshot/value";
import { joinedForUnit, type UnitSentence } from "../../../apps-script/domain/wording/audience";
import { results as say } from "../wording/export";
import type { CastRow } from "./export/sheet-mould";
import { type CellMark, UnitBooks } from "./export/unit-book";
import { RESULT_ROWS } from "./export/unit-template";

/**
 * What became of one cell of a returned file. `enrolment` is the 报名编号 of its row; `null` for a row that did not enter,
 * which `row`, its number in the returned file, then names. `column` is the title in 名册, `theirs` what the unit wrote.
 */
export interface CellVerdict {
  readonly enrolment: string | null;
  readonly row?: number;
  readonly column: string;
  readonly verdict: Verdict;
  readonly reason: UnitSentence | null;
  readonly theirs?: Value;
}

/** A row of the returned file that did not enter, with its cells by column title: the unit gets it back to correct it. */
export interface StrayRow {
  readonly row: number;
  readonly values: Readonly<Record<string, Value>>;
}

/** What became of one file. `placeOf` says where a row stood in it. */
export interface FileVerdicts {
  readonly verdicts: readonly CellVerdict[];
  readonly strays: readonly StrayRow[];
  readonly placeOf: (row: number) => UnitSentence;
}

/**
 * The copy that a unit gets back: its file of the next generation, ready to be filled in and sent again. In it taken cells
 * are green, those not taken red and conflicts yellow, each with its reason as a note; 处理结果 says all of it in sentences.
 *
 * @param file the unit's file as sent after the import, of a generation that 往来 and 底稿 know
 * @param parts what became of each file that it answers
 * @param answers the mark of those files
 */
export async function annotatedCopy(
  file: UnitFile,
  parts: readonly FileVerdicts[],
  answers = "",
  books: UnitBooks = new UnitBooks(),
): Promise<Buffer> {
  const marks = new Map<string, Map<SentColumn, CellMark>>();
  const strays: { values: Map<SentColumn, Value>; marks: Map<SentColumn, CellMark> }[] = [];
  for (const part of parts) {
    const ofRows = new Map<number, Map<SentColumn, CellMark>>();
    for (const verdict of part.verdicts) {
      const column = columnTitled(verdict.column);
      if (column === null) continue;
      if (verdict.enrolment !== null) put(marks, verdict.enrolment, column, verdict);
      else if (verdict.row !== undefined) put(ofRows, verdict.row, column, verdict);
    }
    for (const { row, values } of part.strays) strays.push({ values: bySentColumn(values), marks: ofRows.get(row) ?? new Map() });
  }
  const { cards: _, ...list } = file;
  return books.bytes(list, new Map(), { marks, strays, results: resultRows(file, parts), answers });
}

/**
 * What an import says of a returned file's rows, as verdicts and strays. Cells that say what 名册 says need no colour; of a
 * row that was refused as a whole every cell is red, and the reason stands once, at the name.
 */
export function annotationOf(rows: readonly AnnotatedRow[]): { readonly verdicts: CellVerdict[]; readonly strays: StrayRow[] } {
  const verdicts: CellVerdict[] = [];
  const strays: StrayRow[] = [];
  const name = ROSTER.columns.name.title;
  for (const { enrolment, at, name: theirs, end, reasons, cells } of rows) {
    const place = { enrolment, row: at };
    const isRefused = end === "refused" && reasons.length > 0;
    for (const { title, verdict, reason, written } of cells) {
      if (isRefused && title === name) continue;
      // What went in and is surely wrong is no green cell.
      const shown = verdict === "taken" && reason !== null ? "conflict" : verdict;
      verdicts.push({ ...place, column: title, verdict: shown, reason: isRefused ? null : reason, theirs: written });
    }
    if (isRefused) {
      verdicts.push({ ...place, column: name, verdict: "refused", reason: joinedForUnit(reasons, "\n"), theirs });
    }
    if (enrolment === null) {
      strays.push({ row: at, values: Object.fromEntries(cells.map(({ title, written }) => [title, written])) });
    }
  }
  return { verdicts, strays };
}

const titleOf = (name: SentColumn): string => sentColumn(name).title;
const COLUMNS: ReadonlyMap<string, SentColumn> = new Map(SENT_COLUMNS.map((name) => [titleOf(name), name]));

function columnTitled(title: string): SentColumn | null {
  return COLUMNS.get(title) ?? null;
}

function bySentColumn(values: StrayRow["values"]): Map<SentColumn, Value> {
  return new Map(
    SENT_COLUMNS.flatMap((name) => {
      const value = Object.hasOwn(values, titleOf(name)) ? values[titleOf(name)] : undefined;
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

/** Of several verdicts on a cell the worst gives the colour, and all give their reasons. */
function put<K>(marks: Map<K, Map<SentColumn, CellMark>>, key: K, column: SentColumn, verdict: CellVerdict): void {
  const row = marks.get(key) ?? new Map<SentColumn, CellMark>();
  marks.set(key, row);
  const before = row.get(column);
  const notes = [before?.note ?? null, noteOf(verdict)].filter((note) => note !== null);
  const worst = before && rank[before.verdict] < rank[verdict.verdict] ? before.verdict : verdict.verdict;
  row.set(column, { verdict: worst, note: notes.length === 0 ? null : joinedForUnit(notes, "\n") });
}

const rank: Readonly<Record<Verdict, number>> = { refused: 0, conflict: 1, taken: 2 };

/** A taken cell is green and needs no words. */
function noteOf({ verdict, reason, theirs }: CellVerdict): UnitSentence | null {
  if (verdict === "taken") return null;
  const written = textOf(theirs) === "" ? [] : [say.theirs(shownText(theirs))];
  return joinedForUnit([say.verdict(say.words[verdict], reason), ...written], "\n");
}

/** An id that was a number stays visibly damaged. */
function shownText(value: Value | undefined): string {
  return typeof value === "number" && Math.abs(value) >= 1e15 ? value.toExponential().replace("e", "E") : textOf(value);
}

/** The sentences of 处理结果: what was not taken first, then in the order of the list and of the files. */
function resultRows(file: UnitFile, parts: readonly FileVerdicts[]): (CastRow | number)[] {
  const names = new Map(file.rows.map(({ enrolment, values }) => [enrolment, textOf(values.name)]));
  const order = new Map(file.rows.map(({ enrolment }, index) => [enrolment, index]));
  const all = parts.flatMap(({ verdicts, strays, placeOf }) => {
    const strayNames = new Map(strays.map(({ row, values }) => [row, textOf(bySentColumn(values).get("name"))]));
    return verdicts.map((one) => {
      const { enrolment, row = 0 } = one;
      const name = enrolment === null ? strayNames.get(row) : names.get(enrolment);
      const at = enrolment === null ? file.rows.length + row : (order.get(enrolment) ?? file.rows.length);
      return { ...one, at, who: name || (one.row === undefined ? "" : placeOf(row)) };
    });
  });
  const count = (verdict: Verdict): number => all.filter((one) => one.verdict === verdict).length;
  const sorted = [...all].sort((a, b) => rank[a.verdict] - rank[b.verdict] || a.at - b.at);
  const told = sorted.filter(({ verdict, reason }) => verdict !== "refused" || reason !== null);
  const lines = told.map(({ verdict, who, column, theirs, reason }): CastRow => {
    return { like: RESULT_ROWS[verdict], cells: [who, column, say.words[verdict], shownText(theirs), reason] };
  });
  const text = (line: UnitSentence): CastRow => ({ like: RESULT_ROWS.text, cells: [line] });
  return [
    { like: RESULT_ROWS.title, cells: [say.title(file.unit)] },
    text(say.counts(count("taken"), count("refused"), count("conflict"))),
    text(say.colours),
    text(say.next(count("refused"))),
    { like: RESULT_ROWS.header, cells: [...say.headers] },
    ...lines,
  ];
}
