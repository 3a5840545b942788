import type { Alignment, Border, Borders, Style } from "exceljs";
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
/** A line to write on. */
export const WRITTEN_ON: Partial<Style> = { ...TEXT, border: { bottom: { style: "thin", color: { argb: `FF${BLACK}` } } } };
export const NOTE: Partial<Style> = { ...TEXT, font: font({ size: 9 }) };

export const HEADING: Partial<Style> = {
  font: font({ bold: true, size: LETTER }),
  alignment: wrapped("center"),
  numFmt: "@",
  border: lines(BLACK),
  fill: fill("EDEDED"),
};

export function cellLook({ kind, align }: Pick<PaperColumn, "kind" | "align">, isNumber: boolean): Partial<Style> {
  return {
    font: kind === "code" ? font({ name: CODE_FONT, size: 12, bold: true }) : font({ size: LETTER }),
    alignment: kind === "text" ? wrapped(align) : { horizontal: align, vertical: "middle", shrinkToFit: true },
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

export function cutAlong(sides: readonly Side[]): Partial<Borders> {
  return Object.fromEntries(sides.map((side) => [side, CUT]));
}
