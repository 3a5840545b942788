import { readDay } from "../../days/spellings";
import type { TableRow, TableSheet } from "../../merge/table-file";
import { isHandedIn } from "../../people/aliases";
import { canonicalId, canonicalName, foldWidth } from "../../people/canonical";
import { type Cents, type Method, readAmount } from "../../rules/money/payment-amounts";
import { type Enrolment, ROSTER } from "../../schema/roster";
import { addressOf } from "../../snapshot/address";
import { headerForm } from "../../snapshot/layout";
import { textOf, type Value } from "../../snapshot/value";
import * as say from "../../wording/check-in-form";
import * as inputs from "../../wording/inputs";
import { whoIs } from "../../wording/roster";
import type { Answer, Field, GivenFile, World } from "../inputs/field";
import { FORM_COLUMNS, FORM_MARK_SHEET, FORM_METHODS, FORM_PAPERS, type FormMark, formTitleOf } from "./check-in-form";

/** What a form says of somebody who came, or for whom money came. `papers` are words of `DESK_PAPERS`. */
export interface FormLine {
  readonly key: string;
  readonly at: number;
  readonly place: string;
  readonly hasCome: boolean;
  readonly papers: readonly string[];
  readonly amounts: readonly { readonly method: Method; readonly cents: Cents }[];
  readonly remark: string | null;
}

/** A form that was filled in. */
export interface FilledForm extends FormMark {
  readonly file: string;
  readonly day: string | null;
  readonly lines: readonly FormLine[];
  /** Lines of people with neither a tick nor an amount. */
  readonly absent: number;
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
  return lines.length === 0 ? refused(say.emptyForm(file)) : { value: { ...mark, file, day, lines, absent: reader.absent } };
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

/** Reads line after line; what is not understood is in `wrong`. */
class LineReader {
  readonly wrong: string[] = [];
  absent = 0;
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly tab: string,
    private readonly columns: ReadonlyMap<string, number>,
    private readonly world: World,
  ) {}

  read(row: TableRow): FormLine | null {
    const before = this.wrong.length;
    const came = this.tickAt(row, say.cameTitle);
    const papers = FORM_PAPERS.filter((paper) => this.tickAt(row, formTitleOf(paper)) === true);
    const amounts = FORM_METHODS.flatMap((method) => this.amountAt(row, method) ?? []);
    if (this.wrong.length > before) return null;
    const isMarked = came === true || papers.length > 0 || amounts.length > 0;
    if (!isMarked) {
      if (this.textAt(row, ROSTER.columns.name.title) !== "") this.absent++;
      return null;
    }
    const person = this.personOf(row);
    if (person === null) return null;
    const { at } = row;
    const place = `${this.tab}第${at}行`;
    const earlier = this.seen.get(person.key);
    if (earlier !== undefined) {
      this.wrong.push(say.twice(place, whoIs(person), earlier));
      return null;
    }
    this.seen.set(person.key, at);
    const remark = this.textAt(row, ROSTER.columns.note.title) || null;
    return { key: person.key, at, place, hasCome: came !== false, papers, amounts, remark };
  }

  /** `false` of one that is crossed out. */
  private tickAt(row: TableRow, title: string): boolean | null {
    const text = foldWidth(this.textAt(row, title)).toLowerCase();
    if (text === "" || say.noTicks.includes(text)) return null;
    if (isHandedIn(text) || text === "true" || text === "1") return true;
    if (say.crosses.includes(text) || text === "false" || text === "0") return false;
    this.wrong.push(say.noTick(this.placeOf(row, title), title, this.textAt(row, title)));
    return null;
  }

  private amountAt(row: TableRow, method: Method): { method: Method; cents: Cents } | null {
    const written = this.cellAt(row, method);
    if (textOf(written) === "" || textOf(written) === say.box) return null;
    const cents = readAmount(written);
    if (cents === null || cents < 0) this.wrong.push(say.noAmount(this.placeOf(row, method), method, textOf(written)));
    return cents === null || cents <= 0 ? null : { method, cents };
  }

  /** By the number of the line, whose name has to be that person's; a line written by hand by name, unit and last digits. */
  private personOf(row: TableRow): Enrolment | null {
    const { id, name: nameColumn, unit } = ROSTER.columns;
    const place = `${this.tab}第${row.at}行`;
    const written = this.cellAt(row, id.title);
    const name = this.textAt(row, nameColumn.title);
    if (typeof written === "number") return this.none(say.idDamaged(this.placeOf(row, id.title)));
    if (textOf(written) === "") return this.namedBy(place, name, this.textAt(row, unit.title), this.textAt(row, say.endingTitle));
    const found = this.world.snapshot.roster.find(({ key }) => canonicalId(key) === canonicalId(textOf(written)));
    if (found === undefined) return this.none(say.idUnknown(this.placeOf(row, id.title), textOf(written)));
    const isOther = name !== "" && canonicalName(name) !== canonicalName(textOf(found.name));
    return isOther ? this.none(say.otherName(place, name, whoIs(found))) : found;
  }

  private namedBy(place: string, name: string, unit: string, ending: string): Enrolment | null {
    if (name === "") return this.none(say.noName(place));
    const naming = [name, ending, unit].filter((part) => part !== "").join("+");
    const named = this.world.people()(naming);
    const rows = named.kind === "people" ? named.rows : [];
    const [one, ...more] = rows;
    if (one !== undefined && more.length === 0) return one;
    if (named.kind === "nobody") return this.none(inputs.nobodyNamed(naming, place, named.near.map(inputs.candidate)));
    if (named.kind === "repeated") return this.none(inputs.repeatedNumber(naming, place, named.aside.at));
    const candidates = named.kind === "several" ? named.candidates : rows;
    return this.none(inputs.severalPeople(naming, place, candidates.length, candidates.map(inputs.candidate)));
  }

  private none(message: string): null {
    this.wrong.push(message);
    return null;
  }

  private cellAt({ cells }: TableRow, title: string): Value {
    return cells[this.columns.get(title) ?? -1] ?? null;
  }

  private textAt(row: TableRow, title: string): string {
    return textOf(this.cellAt(row, title));
  }

  private placeOf({ at }: TableRow, title: string): string {
    return `${this.tab} ${addressOf(this.columns.get(title) ?? 0, at)}`;
  }
}
