import { cellName, columnNumber, parseArea } from "../../node-sync/src/xlsx/patch/a1";
import { attribute } from "../../node-sync/src/xlsx/patch/xml-scan";
import { childText, type Element, elementsOf } from "../../node-sync/src/xlsx/restyle/elements";

/** A sheet as the file has it: its XML, the book's styles, and what stands in its cells. */
export interface SeenSheet {
  readonly xml: string;
  readonly styles: string;
  valueAt(row: number, column: number): unknown;
}

/** Rows and columns count from 1. */
interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** What may be typed into one cell, and what is said about it: one entry for each check whose ranges hold the cell. */
export function checksOn({ xml }: SeenSheet, place: CellPlace) {
  return elementsOf(xml, "dataValidation").flatMap((check) => {
    if (topsAround(check, place).length === 0) return [];
    const told = ["type", "operator", "prompt", "errorStyle", "error"].map((name) => attribute(check.open, name));
    return [{ told, formula: childText(check.inner, "formula1"), words: wordsOf(check) }];
  });
}

/** The words of a list that stands in the check itself. */
function wordsOf({ open, inner }: Element): readonly string[] {
  const [, list] = /^"(.*)"$/u.exec(childText(inner, "formula1") ?? "") ?? [];
  return attribute(open, "type") === "list" && list !== undefined ? list.split(",") : [];
}

/** The style of the rule that colours a cell: of those that hold, the first. `null` when none does. */
export function colourOf(sheet: SeenSheet, place: CellPlace): string | null {
  const dxfs = elementsOf(sheet.styles, "dxf").map(({ inner }) => inner);
  const rules = elementsOf(sheet.xml, "conditionalFormatting").flatMap((block) => {
    const [top] = topsAround(block, place);
    if (top === undefined) return [];
    return elementsOf(block.inner, "cfRule").flatMap(({ open, inner }) => {
      const formula = childText(inner, "formula") ?? "";
      const down = place.row - top;
      if (!holds(formula, (column, row) => sheet.valueAt(row + down, column))) return [];
      return [{ priority: Number(attribute(open, "priority")), style: dxfs[Number(attribute(open, "dxfId"))] ?? "" }];
    });
  });
  return rules.sort((a, b) => a.priority - b.priority)[0]?.style ?? null;
}

/** Where a rule is reckoned from, if one of its ranges holds the cell: the first row of all of them. */
function topsAround({ open }: Element, { row, column }: CellPlace): number[] {
  const areas = (attribute(open, "sqref") ?? "").split(/\s+/u).flatMap((range) => parseArea(range) ?? []);
  const isIn = areas.some(({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right);
  return isIn ? [Math.min(...areas.map(({ top }) => top))] : [];
}

type Reading = (column: number, row: number) => unknown;

const CELL = String.raw`\$?(?<letters>[A-Z]{1,3})(?<row>\d+)`;
const FORMS: readonly (readonly [RegExp, (text: string, given: Readonly<Record<string, string>>) => boolean])[] = [
  [new RegExp(`^${CELL}="(?<word>[^"]*)"$`, "u"), (text, { word }) => text === word],
  [
    new RegExp(`^LEFT\\(${CELL},(?<count>\\d+)\\)="(?<word>[^"]*)"$`, "u"),
    (text, { word, count }) => text.slice(0, Number(count)) === word,
  ],
  [new RegExp(`^ISNUMBER\\(SEARCH\\("(?<word>[^"]*)",${CELL}\\)\\)$`, "u"), (text, { word = "" }) => text.includes(word)],
  [new RegExp(`^LEN\\(TRIM\\(${CELL}\\)\\)>0$`, "u"), (text) => text.trim() !== ""],
];

/** Whether a formula of the forms that our colours have is true. */
function holds(formula: string, read: Reading): boolean {
  const [, parts] = /^OR\((.*)\)$/u.exec(formula) ?? [];
  if (parts !== undefined) return parts.split(/,(?=\$?[A-Z]+\d)/u).some((part) => holds(part, read));
  for (const [form, isTrue] of FORMS) {
    const given = form.exec(formula)?.groups;
    if (given) return isTrue(String(read(columnNumber(given.letters ?? ""), Number(given.row)) ?? ""), given);
  }
  throw new Error(`A colour of a form that this test does not know: ${formula}`);
}

/** The number of the style that a cell has in its sheet. */
export function styleAt({ xml }: SeenSheet, { row, column }: CellPlace): string | undefined {
  const address = cellName(row, column);
  const cell = elementsOf(xml, "c").find(({ open }) => attribute(open, "r") === address);
  return cell && attribute(cell.open, "s");
}
