import { readDay } from "../../days/spellings";
import type { TableRow, TableSheet } from "../../merge/table-file";
import { classesMeant } from "../../naming/class-names";
import { ROSTER } from "../../schema/roster";
import { addressOf } from "../../snapshot/address";
import { headerForm } from "../../snapshot/layout";
import { textOf } from "../../snapshot/value";
import * as say from "../../wording/check-in-form";
import type { Answer, Field, GivenFile, World } from "../inputs/field";
import { FORM_COLUMNS, FORM_MARK_SHEET, type FormMark } from "./check-in-form";
import { type AbsentLine, type FormLine, LineReader } from "./form-lines";

/** A form that was filled in. */
export interface FilledForm extends FormMark {
  readonly file: string;
  readonly day: string | null;
  readonly lines: readonly FormLine[];
  /** Lines of people with neither a tick nor an amount. */
  readonly absent: readonly AbsentLine[];
}

/** A filled 报到收费表; everything in it that is not understood is told at once, by file, tab, line and column. */
export function filledForm(): Field<FilledForm> {
  return {
    title: say.FORM_TITLE,
    note: say.fileNote,
    kind: "file",
    isRequired: true,
    isMany: false,
    choices: null,
    read: ({ texts, file }) => {
      if (file === null) return { wrong: { given: texts.join("、"), message: say.noForm, possible: [] } };
      return { meant: (world) => formIn(file, world) };
    },
    write: ({ file }) => file,
  };
}

function formIn(given: GivenFile, world: World): Answer<FilledForm> {
  const { file, sheets } = given;
  const refused = (message: string) => ({ wrong: { given: file, message, possible: [] } });
  const mark = markIn(sheets);
  if (mark === null) return refused(say.notAForm(file));
  if (mark.workbook !== (world.context.settings.workbook ?? "")) return refused(say.otherWorkbook(file));
  const [one, ...others] = classesMeant(mark.class, world.classes());
  if (one === undefined || others.length > 0) return refused(say.classGone(file, mark.class));
  const found = headerIn(sheets);
  if (found === null) return refused(say.noHeader(file));
  const { sheet, header, columns } = found;
  const gone = FORM_COLUMNS.filter((title) => !columns.has(title));
  const tab = [file, sheet.name].join("·");
  if (gone.length > 0) return refused(say.columnsGone(`${tab}第${header.at}行`, gone));
  const reader = new LineReader(tab, columns, world);
  const day = dayIn(sheet, header, tab, world, reader.wrong);
  const lines = sheet.rows.filter(({ at }) => at > header.at).flatMap((row) => reader.read(row) ?? []);
  if (reader.wrong.length > 0) return refused(reader.wrong.join(""));
  // Who is on a line further down was not away.
  const here = new Set(lines.map(({ key }) => key));
  const absent = reader.absent.filter(({ key }) => key === null || !here.has(key));
  if (lines.length + absent.filter(({ remark }) => remark !== null).length === 0) return refused(say.emptyForm(file));
  return { value: { ...mark, class: one.name, file, day, lines, absent } };
}

export function isCheckInForm(sheets: readonly TableSheet[]): boolean {
  return markIn(sheets) !== null;
}

function markIn(sheets: readonly TableSheet[]): FormMark | null {
  const rows = sheets.find(({ name }) => name === FORM_MARK_SHEET)?.rows ?? [];
  const said = new Map(rows.map(({ cells }) => [textOf(cells[0]), textOf(cells[1])]));
  const { kind, workbook, form, class: class_ } = say.markTitles;
  if (said.get(kind) !== say.FORM_TITLE) return null;
  const mark = { workbook: said.get(workbook) ?? "", form: said.get(form) ?? "", class: said.get(class_) ?? "" };
  return mark.form === "" || mark.class === "" ? null : mark;
}

function headerIn(sheets: readonly TableSheet[]) {
  for (const sheet of sheets) {
    for (const header of sheet.rows) {
      const columns = new Map(header.cells.map((cell, place) => [headerForm(cell), place]));
      if (columns.has(ROSTER.columns.name.title) && columns.has(ROSTER.columns.unit.title)) return { sheet, header, columns };
    }
  }
  return null;
}

/** The day of the line above the header; `null` where it is left empty. */
function dayIn(sheet: TableSheet, header: TableRow, tab: string, { context }: World, wrong: string[]): string | null {
  for (const { at, cells } of sheet.rows) {
    if (at >= header.at) break;
    const label = cells.findIndex((cell) => headerForm(cell).replace(/[:：]$/u, "") === say.dayTitle);
    if (label < 0) continue;
    const written = cells[label + 1] ?? null;
    const reading = readDay(written, { year: context.settings.planYear });
    const place = `${tab} ${addressOf(label + 1, at)}`;
    if (reading.kind === "empty") return null;
    if (reading.kind !== "day") wrong.push(say.badDay(place, textOf(written)));
    else if (reading.day > context.today) wrong.push(say.dayAhead(place, reading.day));
    else return reading.day;
  }
  return null;
}
