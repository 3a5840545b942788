import type { Alignment, Border, Borders, Style } from "exceljs";
import type { Value } from "../../../../apps-script/domain/snapshot/value";
import type { PaperColumn } from "../../../../apps-script/domain/views/papers/paper";
import { fill, font, lines } from "../../workbook/look";
import { LETTER } from "./measures";

/** How cells of a paper look: black on white, so that a copier keeps it. */

const BLACK = "404040";
/** Tells 0 from O and 1 from l. */
const CODE_FONT = "Consolas";

const wrapped = (horizontal: Alignment["horizontal"]): Partial<Alignment> => ({ horizontal, vertical: "middle", wrapText: true });

export const TITLE: Partial<Style> = { font: font({ bold: true, size: 16 }), alignment: wrapped("center"), numFmt: "@" };
export const TEXT: Partial<Style> = { font: font({ size: LETTER }), alignment: wrapped("left"), numFmt: "@" };
export const LABEL: Partial<Style> = { ...TEXT, font: font({ size: LETTER, bold: true }) };
/** A label, with what is known or before a line to write on, on which all stand. */
export const BEFORE_LINE: Partial<Style> = { ...TEXT, alignment: { ...wrapped("left"), vertical: "bottom" } };
const WRITING: Partial<Border> = { style: "thin", color: { argb: `FF${BLACK}` } };
/** A line to write on. */
export const WRITTEN_ON: Partial<Style> = { ...BEFORE_LINE, border: { bottom: WRITING } };
/** Of a line of a slip, where there is no room for a second one. */
export const SLIP_LABEL: Partial<Style> = { ...TEXT, alignment: { horizontal: "left", vertical: "middle", shrinkToFit: true } };
export const NOTE: Partial<Style> = { ...TEXT, font: font({ size: 9 }) };

export const HEADING: Partial<Style> = {
  font: font({ bold: true, size: LETTER }),
  alignment: wrapped("center"),
  numFmt: "@",
  border: lines(BLACK),
  fill: fill("EDEDED"),
};

/** A number of a document or a phone: cut in two it can't be read. */
const isWhole = (value: Value): boolean => typeof value === "string" && /^[0-9A-Za-z-]{1,20}$/.test(value);

export function cellLook({ kind, align }: Pick<PaperColumn, "kind" | "align">, value: Value): Partial<Style> {
  const isNumber = typeof value === "number";
  return {
    font: kind === "code" ? font({ name: CODE_FONT, size: 12, bold: true }) : font({ size: LETTER }),
    alignment: kind === "text" && !isWhole(value) ? wrapped(align) : { horizontal: align, vertical: "middle", shrinkToFit: true },
    numFmt: isNumber ? (kind === "money" ? "#,##0.00" : "General") : "@",
    border: lines(BLACK),
  };
}

export function totalLook(look: Partial<Style>): Partial<Style> {
  return {
    ...look,
    font: font({ bold: true, size: LETTER }),
    border: { ...look.border, top: { style: "double", color: { argb: `FF${BLACK}` } } },
  };
}

/** Where slips are cut apart. */
const CUT: Partial<Border> = { style: "dashed", color: { argb: `FF${BLACK}` } };

export type Side = keyof Pick<Borders, "top" | "left" | "bottom" | "right">;

/** @param isWritten whether there is a line to write on, where nothing is cut */
export function cutAlong(sides: readonly Side[], isWritten = false): Partial<Borders> {
  return { ...(isWritten ? { bottom: WRITING } : {}), ...Object.fromEntries(sides.map((side) => [side, CUT])) };
}
