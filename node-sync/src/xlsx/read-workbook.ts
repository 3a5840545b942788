import { Budget } from "./budget";
import { type CoreProperties, readCoreProperties } from "./core-properties";
import { foreignLimits, type Limits, XlsxPackage } from "./package";
import { readParts } from "./parts";
import { readSheet, type SheetValues } from "./sheet-values";
import { readSharedStrings } from "./strings";
import { readStyles, withWholeDays } from "./styles";

export { type CellValue, toValue } from "./cell-value";
export { type Limits, UnreadableFile } from "./package";

export type { SheetValues } from "./sheet-values";

interface ReadOptions {
  /** Names of the worksheets to read, exactly as on their tabs; by default all. A name that is not there is no error. */
  readonly sheets?: readonly string[];
  /** Limits other than those for foreign files. */
  readonly limits?: Partial<Limits>;
  /** The file's name in sentences; by default the last part of the path. */
  readonly label?: string;
  /** Reads the core properties as well. */
  readonly properties?: boolean;
  /** Keeps the serial numbers of days and times as well. */
  readonly moments?: boolean;
  /**
   * Reads a list that somebody sent: of a day no more than its format shows (2024年8月), no text that is struck out, and past the
   * limit of columns nothing, which `SheetValues.beyond` tells of. By default days are whole, texts too, and such a cell is refused.
   */
  readonly asList?: boolean;
  /** By sheet the header of a column whose cells are left out, the header itself excepted. */
  readonly leaveOut?: ReadonlyMap<string, string>;
}

interface WorkbookValues {
  /** The worksheets read, in tab order. */
  readonly sheets: readonly SheetValues[];
  /** Names of all worksheets in tab order, read or not. */
  readonly sheetNames: readonly string[];
  /** Sheets that the workbook names and does not hold; of a list alone, any other file is refused. */
  readonly lost: readonly string[];
  readonly date1904: boolean;
  /** U+FFFD stands in some text: a character was lost, and the file needs a person's eye. */
  readonly hasReplacementCharacter: boolean;
  readonly properties: CoreProperties;
}

/**
 * Reads the values of a .xlsx file: no formats, no validations, no drawings.
 *
 * @param source the file's bytes or its path
 * @throws {UnreadableFile} with a sentence naming the file
 */
export async function readWorkbook(source: Buffer | string, options: ReadOptions = {}): Promise<WorkbookValues> {
  const pkg = await XlsxPackage.open(source, { ...foreignLimits, ...options.limits }, options.label);
  const asList = options.asList === true;
  const parts = await readParts(pkg, asList);
  const wanted = options.sheets === undefined ? undefined : new Set(options.sheets);
  const budget = new Budget(pkg.label, pkg.limits);
  const strings = await readSharedStrings(pkg, parts.sharedStrings, !asList);
  const styles = await readStyles(pkg, parts.styles);
  const formats = asList ? styles : withWholeDays(styles);
  const sheets: SheetValues[] = [];
  for (const sheet of parts.sheets)
    if (wanted === undefined || wanted.has(sheet.name))
      sheets.push(
        await readSheet(pkg, sheet, {
          budget,
          strings,
          formats,
          asList,
          date1904: parts.date1904,
          keepsMoments: options.moments === true,
          leftOut: options.leaveOut?.get(sheet.name),
        }),
      );
  const isLost = (text: string): boolean => text.includes("\ufffd");
  return {
    sheets,
    lost: parts.lost,
    sheetNames: parts.sheets.map(({ name }) => name),
    date1904: parts.date1904,
    hasReplacementCharacter: strings.some(isLost) || sheets.some((sheet) => sheet.hasReplacementCharacter || isLost(sheet.name)),
    properties: options.properties === true ? await readCoreProperties(pkg, parts.coreProperties) : {},
  };
}
