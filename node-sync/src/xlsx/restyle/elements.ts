import { parseArea } from "../patch/a1";
import { attribute, maskMarkup, tags, unescapeXml } from "../patch/xml-scan";

/** An element of a part's text: `[start, end)` with its tags, the opening tag, and what stands between. */
export interface Element {
  readonly start: number;
  readonly end: number;
  readonly open: string;
  readonly inner: string;
  readonly prefix: string;
}

/** The elements of this name, in order; they never stand in one another. */
export function elementsOf(xml: string, name: string): Element[] {
  const found: Element[] = [];
  let open: { readonly start: number; readonly end: number; readonly prefix: string } | undefined;
  for (const tag of tags(maskMarkup(xml))) {
    if (tag.name !== name) continue;
    if (tag.kind === "open") open = tag;
    else if (tag.kind === "empty")
      found.push({ start: tag.start, end: tag.end, open: xml.slice(tag.start, tag.end), inner: "", prefix: tag.prefix });
    else if (open) {
      const { start, end, prefix } = open;
      found.push({ start, end: tag.end, open: xml.slice(start, end), inner: xml.slice(end, tag.start), prefix });
      open = undefined;
    }
  }
  return found;
}

/** The text of the first child of this name; undefined without one. */
export function childText(inner: string, name: string): string | undefined {
  const child = elementsOf(inner, name)[0];
  return child && unescapeXml(child.inner);
}

/** The ranges of `sqref` in and outside one column (from 1); `null` where one reaches into the column and beyond it. */
export function shareOf(open: string, column: number): { readonly inside: string[]; readonly outside: string[] } | null {
  const inside: string[] = [];
  const outside: string[] = [];
  for (const range of (attribute(open, "sqref") ?? "").split(/\s+/u).filter((text) => text !== "")) {
    const area = parseArea(range);
    const touches = area !== undefined && area.left <= column && column <= area.right;
    if (touches && area.left !== area.right) return null;
    (touches ? inside : outside).push(range);
  }
  return { inside, outside };
}

/** What stands behind the rows of a sheet, in the order of CT_Worksheet (ECMA-376 part 1, 18.3.1.99), up to the validations. */
const ORDER = [
  "sheetData",
  "sheetCalcPr",
  "sheetProtection",
  "protectedRanges",
  "scenarios",
  "autoFilter",
  "sortState",
  "dataConsolidate",
  "customSheetViews",
  "mergeCells",
  "phoneticPr",
  "conditionalFormatting",
  "dataValidations",
];

/** Where a child of the sheet goes so that the order is kept: behind the last one that comes before it or is its like. */
export function placeFor(xml: string, name: string): number {
  const before = new Set(ORDER.slice(0, ORDER.indexOf(name) + 1));
  let [depth, place] = [0, 0];
  for (const tag of tags(maskMarkup(xml))) {
    if (tag.kind === "close") depth -= 1;
    if (depth <= 0 && tag.kind !== "open" && before.has(tag.name)) place = tag.end;
    if (tag.kind === "open") depth += 1;
  }
  return place;
}
