import { workbookWording as say } from "../../wording/workbook";
import { type CellFormat, styleHandlers } from "../styles";
import { readXml } from "../xml";
import { CellStyles } from "./cell-styles";
import { type RangeGrowth, splice } from "./grow";
import type { PackageParts } from "./package-parts";
import { attribute, maskMarkup, type Tag, tags, unescapeXml, withAttribute } from "./xml-scan";

/** A sheet as the workbook lists it; `index` is its place among all sheets, from 0, as defined names count. */
export interface ListedSheet {
  readonly title: string;
  readonly part: string;
  readonly index: number;
}

/** The workbook part: its name, its sheets, and the styles its cells refer to. */
export interface WorkbookPart {
  readonly name: string;
  readonly sheets: readonly ListedSheet[];
  readonly styles: CellStyles;
  readonly stylesPart: string | undefined;
  readonly formats: readonly CellFormat[];
}

/** What the workbook part lists: its sheets, its styles, and from when its days count. */
interface WorkbookList extends Pick<WorkbookPart, "name" | "sheets" | "stylesPart"> {
  readonly startsIn1904: boolean;
}

/** @throws Error (a sentence) when the package has no workbook */
export async function readWorkbookList(parts: PackageParts): Promise<WorkbookList> {
  const name = (await parts.relationships("")).find(({ kind }) => kind === "officeDocument")?.target;
  if (name === undefined) throw new Error(say.notAWorkbook());
  const relationships = await parts.relationships(name);
  const xml = maskMarkup(await parts.text(name));
  const sheets: ListedSheet[] = [];
  let startsIn1904 = false;
  let index = 0;
  for (const tag of tags(xml)) {
    const text = xml.slice(tag.start, tag.end);
    if (tag.kind === "close") continue;
    if (tag.name === "workbookPr") startsIn1904 = /^(1|true|on)$/.test(attribute(text, "date1904") ?? "");
    if (tag.name !== "sheet") continue;
    const id = attribute(text, "[^\\s:=]+:id");
    const target = relationships.find((relationship) => relationship.id === id);
    const title = unescapeXml(attribute(text, "name") ?? "");
    if (target !== undefined) sheets.push({ title, part: target.target, index });
    index += 1;
  }
  const stylesPart = relationships.find(({ kind }) => kind === "styles")?.target;
  return { name, sheets, stylesPart, startsIn1904 };
}

/** @throws Error (a sentence) when the package has no workbook, or a part of it is missing */
export async function readWorkbookPart(parts: PackageParts): Promise<WorkbookPart> {
  const { name, sheets, stylesPart, startsIn1904 } = await readWorkbookList(parts);
  const formats: CellFormat[] = [];
  if (stylesPart !== undefined) await readXml([await parts.bytes(stylesPart)], styleHandlers(formats));
  return { name, sheets, formats, styles: new CellStyles(startsIn1904, formats), stylesPart };
}

/** Hidden names of a sheet that tell ranges of its rows: its filter's, and what staff want on paper. */
const GROWING = new Set(["_xlnm._FilterDatabase", "_xlnm.Print_Area"]);

/** What may stand between the list of sheets and `<calcPr>`, in the schema's order (ECMA-376 part 1, 18.2.27). */
const beforeCalculation = new Set(["sheets", "functionGroups", "externalReferences", "definedNames"]);

/**
 * The workbook part told to compute everything when it is opened, and with the hidden names of filters and print
 * areas grown as their sheets were.
 */
export function updateWorkbook(xml: string, growths: ReadonlyMap<number, RangeGrowth>): string {
  const scan = maskMarkup(xml);
  const changes: { start: number; end: number; text: string }[] = [];
  let calculation: Tag | undefined;
  let place: Tag | undefined;
  for (const tag of tags(scan)) {
    if (tag.name === "calcPr" && tag.kind !== "close") calculation = tag;
    else if (beforeCalculation.has(tag.name) && tag.kind !== "open") place = tag;
    else if (tag.name === "definedName" && tag.kind === "open") {
      const text = scan.slice(tag.start, tag.end);
      const growth = growths.get(Number(attribute(text, "localSheetId") ?? -1));
      if (growth === undefined || !GROWING.has(attribute(text, "name") ?? "")) continue;
      const end = scan.indexOf("<", tag.end);
      changes.push({ start: tag.end, end, text: growth.sheetRanges(xml.slice(tag.end, end)) });
    }
  }
  if (calculation !== undefined) {
    changes.push({ ...calculation, text: withAttribute(xml.slice(calculation.start, calculation.end), "fullCalcOnLoad", "1") });
  } else if (place !== undefined) {
    changes.push({ start: place.end, end: place.end, text: `<${place.prefix}calcPr fullCalcOnLoad="1"/>` });
  }
  return splice(
    xml,
    changes.sort((a, b) => a.start - b.start),
  );
}
