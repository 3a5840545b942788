import type { UnitFile } from "../../../apps-script/domain/exchange/export";
import { SENT_COLUMNS, type SentColumn } from "../../../apps-script/domain/exchange/sent-rows";
import type { AnnotatedRow, Verdict } from "../../../apps-script/domain/merge/returned/report";
import { ROSTER } from "../../../apps-script/domain/schema/index";
import { textOf, type Value } from "../../../apps-script/domain/snapshot/value";
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
  readonly reason: string;
  readonly theirs?: Value;
}

/** A row of the returned file that did not enter, with its cells by column title: the unit gets it back to correct it. */
export interface StrayRow {
  readonly row: number;
  readonly values: Readonly<Record<string, Value>>;
}

/**
 * The copy that a unit gets back: its file of the next generation, ready to be filled in and sent again. In it taken cells
 * are green, those not taken red and conflicts yellow, each with its reason as a note; 处理结果 says all of it in sentences.
 *
 * @param file the unit's file as sent after the import, of a generation that 往来 and 底稿 know
 */
export async function annotatedCopy(
  file: UnitFile,
  verdicts: readonly CellVerdict[],
  strays: readonly StrayRow[] = [],
  books: UnitBooks = new UnitBooks(),
): Promise<Buffer> {
  const marks = new Map<string, Map<SentColumn, CellMark>>();
  const strayMarks = new Map<number, Map<SentColumn, CellMark>>();
  for (const verdict of verdicts) {
    const column = sentColumn(verdict.column);
    if (column === null) continue;
    if (verdict.enrolment !== null) put(marks, verdict.enrolment, column, verdict);
    else if (verdict.row !== undefined) put(strayMarks, verdict.row, column, verdict);
  }
  const { cards: _, ...list } = file;
  return books.bytes(list, new Map(), {
    marks,
    strays: strays.map(({ row, values }) => ({ values: bySentColumn(values), marks: strayMarks.get(row) ?? new Map() })),
    results: resultRows(file, verdicts, strays),
  });
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
      verdicts.push({ ...place, column: title, verdict, reason: isRefused ? "" : (reason ?? ""), theirs: written });
    }
    if (isRefused) {
      verdicts.push({ ...place, column: name, verdict: "refused", reason: reasons.join("\n"), theirs });
    }
    if (enrolment === null) {
      strays.push({ row: at, values: Object.fromEntries(cells.map(({ title, written }) => [title, written])) });
    }
  }
  return { verdicts, strays };
}

const COLUMNS: ReadonlyMap<string, SentColumn> = new Map(SENT_COLUMNS.map((name) => [ROSTER.columns[name].title, name]));

function sentColumn(title: string): SentColumn | null {
  return COLUMNS.get(title) ?? null;
}

function bySentColumn(values: StrayRow["values"]): Map<SentColumn, Value> {
  return new Map(
    SENT_COLUMNS.flatMap((name) => {
      const value = Object.hasOwn(values, ROSTER.columns[name].title) ? values[ROSTER.columns[name].title] : undefined;
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
  row.set(column, { verdict: worst, note: notes.length === 0 ? null : notes.join("\n") });
}

const rank: Readonly<Record<Verdict, number>> = { refused: 0, conflict: 1, taken: 2 };

/** A taken cell is green and needs no words, unless there is a reason to tell. */
function noteOf({ verdict, reason, theirs }: CellVerdict): string | null {
  const parts = [`${say.words[verdict]}${reason === "" ? "" : `：${reason}`}`];
  if (verdict === "taken") return reason === "" ? null : (parts[0] ?? null);
  return [...parts, ...(textOf(theirs) === "" ? [] : [say.theirs(shownText(theirs))])].join("\n");
}

/** An id that was a number stays visibly damaged. */
function shownText(value: Value | undefined): string {
  return typeof value === "number" && Math.abs(value) >= 1e15 ? value.toExponential().replace("e", "E") : textOf(value);
}

function resultRows(file: UnitFile, verdicts: readonly CellVerdict[], strays: readonly StrayRow[]): (CastRow | number)[] {
  const count = (verdict: Verdict): number => verdicts.filter((one) => one.verdict === verdict).length;
  const names = new Map(file.rows.map(({ enrolment, values }) => [enrolment, textOf(values.name)]));
  const strayNames = new Map(strays.map(({ row, values }) => [row, textOf(bySentColumn(values).get("name"))]));
  const order = new Map(file.rows.map(({ enrolment }, index) => [enrolment, index]));
  const place = ({ enrolment, row = 0 }: CellVerdict): number =>
    enrolment === null ? file.rows.length + row : (order.get(enrolment) ?? file.rows.length);
  const sorted = [...verdicts].sort((a, b) => rank[a.verdict] - rank[b.verdict] || place(a) - place(b));
  const told = sorted.filter(({ verdict, reason }) => verdict !== "refused" || reason !== "");
  const lines: CastRow[] = told.map((one) => {
    const inRow = one.row === undefined ? "" : say.row(one.row);
    const name = one.enrolment === null ? (strayNames.get(one.row ?? 0) ?? "") : (names.get(one.enrolment) ?? "");
    const theirs = shownText(one.theirs);
    return { like: RESULT_ROWS[one.verdict], cells: [name || inRow, one.column, say.words[one.verdict], theirs, one.reason] };
  });
  const text = (line: string): CastRow => ({ like: RESULT_ROWS.text, cells: [line] });
  return [
    { like: RESULT_ROWS.title, cells: [say.title(file.unit)] },
    text(say.counts(count("taken"), count("refused"), count("conflict"))),
    text(say.colours),
    text(say.next(count("refused"))),
    { like: RESULT_ROWS.header, cells: [...say.headers] },
    ...lines,
  ];
}
