import { Budget } from "./budget";
import { type CoreProperties, readCoreProperties } from "./core-properties";
import { foreignLimits, type Limits, XlsxPackage } from "./package";
import { readParts, type WorkbookParts } from "./parts";
import { readSheet, type SheetValues, sheetFromChunks } from "./sheet-values";
import { readSharedStrings } from "./strings";
import { type CellFormat, readStyles, withWholeDays } from "./styles";

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
  const book = await OpenWorkbook.of(source, options);
  const sheets = await book.sheets(options.sheets);
  const isLost = (text: string): boolean => text.includes("\ufffd");
  return {
    sheets,
    lost: book.parts.lost,
    sheetNames: book.sheetNames,
    date1904: book.parts.date1904,
    hasReplacementCharacter:
      book.strings.some(isLost) || sheets.some((sheet) => sheet.hasReplacementCharacter || isLost(sheet.name)),
    properties: options.properties === true ? await readCoreProperties(book.pkg, book.parts.coreProperties) : {},
  };
}

/** A .xlsx file of which all is known that its sheets need to be read. */
export class OpenWorkbook {
  private constructor(
    readonly pkg: XlsxPackage,
    readonly parts: WorkbookParts,
    readonly strings: readonly string[],
    private readonly formats: readonly CellFormat[],
    private readonly options: ReadOptions,
  ) {}

  static async of(source: Buffer | string, options: ReadOptions): Promise<OpenWorkbook> {
    const pkg = await XlsxPackage.open(source, { ...foreignLimits, ...options.limits }, options.label);
    const asList = options.asList === true;
    const parts = await readParts(pkg, asList);
    const strings = await readSharedStrings(pkg, parts.sharedStrings, !asList);
    const styles = await readStyles(pkg, parts.styles);
    return new OpenWorkbook(pkg, parts, strings, asList ? styles : withWholeDays(styles), options);
  }

  /** Names of all worksheets in tab order. */
  get sheetNames(): readonly string[] {
    return this.parts.sheets.map(({ name }) => name);
  }

  /** The worksheets of these names, in tab order; all unless given. */
  async sheets(names?: readonly string[]): Promise<SheetValues[]> {
    const wanted = names === undefined ? undefined : new Set(names);
    const budget = new Budget(this.pkg.label, this.pkg.limits);
    const sheets: SheetValues[] = [];
    for (const sheet of this.parts.sheets) {
      if (wanted === undefined || wanted.has(sheet.name))
        sheets.push(await readSheet(this.pkg, sheet, this.context(sheet.name, budget)));
    }
    return sheets;
  }

  /** A worksheet from the bytes that its part has now, cut anywhere: strings and styles are those of this file. */
  async sheetFrom(name: string, chunks: Iterable<Buffer>): Promise<SheetValues> {
    const { label, limits } = this.pkg;
    const state = this.parts.sheets.find((sheet) => sheet.name === name)?.state ?? "visible";
    const context = this.context(name, new Budget(label, limits));
    return sheetFromChunks(chunks, { name, state }, { ...context, label, sheet: name });
  }

  private context(name: string, budget: Budget) {
    const { options, strings, formats, parts } = this;
    return {
      budget,
      strings,
      formats,
      asList: options.asList === true,
      date1904: parts.date1904,
      keepsMoments: options.moments === true,
      leftOut: options.leaveOut?.get(name),
    };
  }
}
