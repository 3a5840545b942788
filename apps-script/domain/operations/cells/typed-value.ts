import { readDay } from "../../days/spellings";
import { readCell } from "../../merge/read-cell";
import { valueFor } from "../../merge/value-for";
import { classesMeant } from "../../naming/class-names";
import { nearUnits } from "../../naming/near-units";
import { isHandedIn } from "../../people/aliases";
import { foldWidth } from "../../people/canonical";
import { readAmount, readMethod } from "../../rules/money/payment-amounts";
import { PAPER_ANSWER } from "../../schema/allowed";
import { type Column, longestOf } from "../../schema/column";
import { ROSTER, TABLES, type TableName } from "../../schema/index";
import { SETTING_SPECS, type SettingSpec } from "../../schema/settings";
import { UNIT_COLUMNS, type UnitColumn } from "../../schema/unit-columns";
import type { AnyRow } from "../../snapshot/snapshot";
import { isLonger } from "../../snapshot/text-length";
import { textOf, type Value } from "../../snapshot/value";
import * as say from "../../wording/cells";
import { clearWord } from "../../wording/exchange";
import * as inputs from "../../wording/inputs";
import { posRefused } from "../../wording/money";
import type { World } from "../inputs/field";
import { readMarks } from "../inputs/marks";

/** A cell of the workbook: where it is, and what its column is. */
export interface CellPlace {
  readonly table: TableName;
  readonly row: AnyRow;
  readonly name: string;
  readonly column: Column;
}

/** What a typed text comes to in a cell, or why it is not taken and what could be written. */
type Typed = { readonly value: Value } | { readonly why: string; readonly possible: readonly string[] };

const fine = (value: Value): Typed => ({ value });
const wrong = (why: string, possible: readonly string[] = []): Typed => ({ why, possible });

const { lockedClass, preRegisteredClass, bookedClass } = ROSTER.columns;
const CLASS_COLUMNS: ReadonlySet<Column> = new Set<Column>([lockedClass, preRegisteredClass, bookedClass]);
const NEVER_EMPTY: ReadonlySet<Column> = new Set<Column>([ROSTER.columns.name, ROSTER.columns.idNumber]);

/** Reads what a clerk types into a cell, by what its column holds. Blank and 清空 empty it. */
export function typedValue(place: CellPlace, written: string | number | null, world: World): Typed {
  const { column, table } = place;
  const text = textOf(written);
  if (text === "" || text === clearWord) return NEVER_EMPTY.has(column) ? wrong(say.neverEmpty) : fine(null);
  if (isLonger(text, longestOf(column))) return wrong(inputs.tooLong(longestOf(column)));
  if (table === "settings") return settingValue(place, text);
  const unitColumn = table === "roster" ? UNIT_COLUMNS.find((name) => name === place.name) : undefined;
  if (unitColumn !== undefined) return unitValue(unitColumn, column, written, place.row, world);
  if (CLASS_COLUMNS.has(column)) return classValue(text, world);
  if (column === TABLES.payments.columns.method) return methodValue(text);
  if (column.paper !== undefined) return paperValue(text);
  return plainValue(column, text, world);
}

/** By kind alone. */
function plainValue(column: Column, text: string, { context }: World): Typed {
  switch (column.kind) {
    case "day": {
      const reading = readDay(text, { year: context.settings.planYear });
      return reading.kind === "day" ? fine(reading.day) : wrong("message" in reading ? reading.message : "", inputs.dayExamples);
    }
    case "number":
      return numberValue(column, text);
    case "choice":
      return wordValue(column.allowed ?? [], text);
    default:
      return fine(text);
  }
}

function numberValue({ numbers }: Column, text: string): Typed {
  if (numbers === "money") {
    const cents = readAmount(text);
    return cents === null ? wrong(inputs.noAmount, inputs.amountExamples) : fine(cents / 100);
  }
  const folded = foldWidth(text);
  if (numbers !== "marks") return /^\d{1,9}$/u.test(folded) ? fine(Number(folded)) : wrong(say.noCount);
  const marks = readMarks(text);
  return marks === null ? wrong(inputs.noScore, inputs.scoreExamples) : fine(marks);
}

function wordValue(allowed: readonly string[], text: string): Typed {
  const word = allowed.find((one) => foldWidth(one) === foldWidth(text));
  return word === undefined ? wrong(inputs.notInList, allowed) : fine(word);
}

function methodValue(text: string): Typed {
  const method = readMethod(text);
  if (method === "refused") return wrong(posRefused);
  return method === null ? wordValue(TABLES.payments.columns.method.allowed, text) : fine(method);
}

function paperValue(text: string): Typed {
  const folded = foldWidth(text);
  if (isHandedIn(folded)) return fine(PAPER_ANSWER.in);
  const [word, reason = ""] = text.trim().split(/[:：](.*)/su);
  if (word === PAPER_ANSWER.failed && reason.trim() !== "") return fine(`${PAPER_ANSWER.failed}:${reason.trim()}`);
  return folded === PAPER_ANSWER.notNeeded ? fine(PAPER_ANSWER.notNeeded) : wrong(inputs.notInList, say.paperExamples);
}

function classValue(text: string, world: World): Typed {
  const [one, ...more] = classesMeant(text, world.classes());
  const names = (one === undefined ? world.classes() : [one, ...more]).map(({ name }) => name);
  if (one === undefined) return wrong(inputs.noSuchClass, names);
  return more.length === 0 ? fine(one.name) : wrong(inputs.severalClasses, names);
}

/** What the program keeps in 设置 is not typed. */
function settingValue({ row }: CellPlace, text: string): Typed {
  const specs: readonly SettingSpec[] = Object.values(SETTING_SPECS);
  const spec = specs.find(({ item }) => item === row.item);
  if (spec === undefined) return fine(text);
  if (spec.counter) return wrong(say.settingKept);
  if (spec.allowed) return wordValue(spec.allowed, text);
  if (spec.least === undefined) return fine(text);
  const folded = foldWidth(text);
  const number = /^\d{1,9}(?:\.\d{1,2})?$/u.test(folded) ? Number(folded) : null;
  return number !== null && number >= spec.least ? fine(number) : wrong(say.noSetting(spec.least));
}

/** As a unit's file is read, but for what has to be asked there afterwards: that is asked now. */
const ASKED: readonly string[] = ["I26", "R19", "R20", "R21"];

function unitValue(
  name: UnitColumn,
  column: Column,
  written: string | number | null,
  row: AnyRow,
  { snapshot, context, unitsLike }: World,
): Typed {
  const read = valueFor(name, written, { idType: typeof row.idType === "string" ? row.idType : null }, context.today);
  if ("why" in read) return wrong(read.why, column.allowed);
  if (column.means === "unit") {
    const unit = unitsLike()(textOf(read.value));
    if ("name" in unit) return fine(unit.name);
    const near = unit.near.length > 0 ? unit.near : nearUnits(textOf(read.value), snapshot.units);
    return near.length > 0 ? wrong(inputs.likeUnits, near) : fine(read.value);
  }
  const asked = name === "idNumber" ? undefined : readCell(name, written).problems.find(({ code }) => ASKED.includes(code));
  return asked === undefined ? fine(read.value) : wrong(inputs.notInList, column.allowed);
}
