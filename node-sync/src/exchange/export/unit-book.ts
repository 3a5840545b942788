import { isDay } from "../../../../apps-script/domain/days/civil-day";
import type { SentRow, UnitFile } from "../../../../apps-script/domain/exchange/export";
import { IDENTITY_SHEET, keywordsOf, MAGIC, PEOPLE_SHEET } from "../../../../apps-script/domain/exchange/identity";
import { isDamaged, SENT_COLUMNS, type SentColumn, sentColumn } from "../../../../apps-script/domain/exchange/sent-rows";
import type { Verdict } from "../../../../apps-script/domain/merge/returned/report";
import type { Value } from "../../../../apps-script/domain/snapshot/value";
import { joinedForUnit, type UnitSentence } from "../../../../apps-script/domain/wording/audience";
import * as say from "../../wording/export";
import { serialOfDay } from "../../xlsx/patch/cell-markup";
import { type CellNote, notesParts } from "./notes-parts";
import type { CastRow } from "./sheet-mould";
import { TemplateParts } from "./template-parts";
import { CARD_ROWS, LIST_ROWS } from "./unit-template";

/** Empty rows for people who are new. */
export const EMPTY_ROWS = 30;

/** What happened to a cell of a returned file: its colour, and the note that goes before the cell's own. */
export interface CellMark {
  readonly verdict: Verdict;
  readonly note: UnitSentence | null;
}

/** What an annotated copy adds to a file: marks by 报名编号 and column, rows that did not enter, and the sheet of results. */
interface Annotation {
  readonly marks: ReadonlyMap<string, ReadonlyMap<SentColumn, CellMark>>;
  readonly strays: readonly {
    readonly values: ReadonlyMap<SentColumn, Value>;
    readonly marks: ReadonlyMap<SentColumn, CellMark>;
  }[];
  readonly results: readonly (CastRow | number)[];
  /** Which files it answers, for its mark. */
  readonly answers: string;
}

/** Makes unit files from one template. Passwords are those of 模拟卡, by card number; a card without one shows none. */
export class UnitBooks {
  private readonly templates = new Map<string, Promise<TemplateParts>>();

  async bytes(file: UnitFile, passwords: ReadonlyMap<string, string> = new Map(), annotation?: Annotation): Promise<Buffer> {
    const template = await this.template({ cards: file.cards !== undefined, results: annotation !== undefined });
    const { rows, notes } = listOf(file, annotation);
    const { identity } = file;
    return template.file({
      sheets: new Map([
        [PEOPLE_SHEET, rows],
        [IDENTITY_SHEET, markLines(file, annotation)],
        ...(file.cards === undefined ? [] : [[say.cards.sheet, cardsOf(file, passwords)] as const]),
        ...(annotation === undefined ? [] : [[say.results.sheet, annotation.results] as const]),
      ]),
      notes: notesParts(notes, say.author),
      keywords: keywordsOf(identity),
      title: say.documentTitle(file.unit, file.planYear),
    });
  }

  private template(extras: { readonly cards: boolean; readonly results: boolean }): Promise<TemplateParts> {
    const key = JSON.stringify(extras);
    const made = this.templates.get(key) ?? TemplateParts.of(extras);
    this.templates.set(key, made);
    return made;
  }
}

/** The lines of the hidden sheet by which the file is known when it comes back. */
function markLines({ identity }: UnitFile, annotation: Annotation | undefined): CastRow[] {
  const texts = [MAGIC, JSON.stringify(identity), ...(annotation?.answers ? [annotation.answers] : [])];
  return texts.map((text, index) => ({ like: Math.min(index, 1) + 1, cells: [text] }));
}

function listOf(file: UnitFile, annotation: Annotation | undefined): { rows: (CastRow | number)[]; notes: CellNote[] } {
  const firstGrey = SENT_COLUMNS.indexOf("class") + 1;
  const title: Value[] = [null, say.listTitle(file.planYear)];
  title[firstGrey] = say.unitLine(file.unit);
  const rows: (CastRow | number)[] = [{ like: LIST_ROWS.title, cells: title }, LIST_ROWS.header];
  const notes: CellNote[] = [{ row: LIST_ROWS.header, column: firstGrey + 1, text: say.greyNote }];
  const add = (
    rowId: string | null,
    read: (name: SentColumn) => Value,
    marks: ReadonlyMap<SentColumn, CellMark> | undefined,
    own: SentRow["notes"] | Readonly<Record<string, never>>,
  ): void => {
    const paint = new Map<number, number>();
    SENT_COLUMNS.forEach((name, index) => {
      const mark = marks?.get(name);
      if (mark) paint.set(index + 1, LIST_ROWS[mark.verdict]);
      const text = joinedNote(mark?.note ?? null, own[name] ?? null);
      if (text !== null) notes.push({ row: rows.length + 1, column: index + 2, text });
    });
    rows.push({ like: LIST_ROWS.plain, cells: [rowId, ...SENT_COLUMNS.map((name) => cellOf(name, read(name)))], paint });
  };
  for (const { rowId, enrolment, values, notes: own } of file.rows) {
    add(rowId, (name) => values[name], annotation?.marks.get(enrolment), own);
  }
  for (const { values, marks } of annotation?.strays ?? []) add(null, (name) => values.get(name) ?? null, marks, {});
  for (let count = 0; count < EMPTY_ROWS; count += 1) rows.push({ like: LIST_ROWS.plain, cells: [] });
  return { rows, notes };
}

/** A reason often says what the cell's own note says. */
function joinedNote(reason: UnitSentence | null, own: UnitSentence | null): UnitSentence | null {
  if (reason === null || own === null) return reason ?? own;
  return reason.includes(own) ? reason : joinedForUnit([reason, own], "\n");
}

/** Days are serial numbers, shown as days by their format; everything else but an amount is text. */
function cellOf(name: SentColumn, value: Value): Value {
  if (isDamaged(name, value)) return null;
  const { kind } = sentColumn(name);
  if (kind === "day" && typeof value === "string") return serialOfDay(value, false) ?? value;
  return typeof value === "number" && kind !== "number" ? String(value) : value;
}

function cardsOf(file: UnitFile, passwords: ReadonlyMap<string, string>): (CastRow | number)[] {
  const rows: (CastRow | number)[] = [
    { like: CARD_ROWS.title, cells: [say.cards.title(file.unit)] },
    CARD_ROWS.warning,
    CARD_ROWS.header,
  ];
  for (const { name, number, subject, type, validUntil } of file.cards ?? []) {
    const end = isDay(validUntil) ? (serialOfDay(validUntil, false) ?? validUntil) : validUntil;
    rows.push({ like: CARD_ROWS.plain, cells: [name, number, passwords.get(number) ?? null, subject, type, end] });
  }
  return rows;
}
