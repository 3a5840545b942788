import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { NO_RESULT, type TableFile, type TableSheet } from "../../../apps-script/domain/merge/table-file";
import { fileTooLarge, lockedFile, missingFile } from "../wording/files";
import { blankFile, legacyNotReadable } from "../wording/tables";
import { Budget } from "../xlsx/budget";
import { listedValue } from "../xlsx/cell-value";
import { foreignLimits, type Limits } from "../xlsx/limits";
import { readWorkbook, type SheetValues, toValue } from "../xlsx/read-workbook";
import { type UnreadableCode, UnreadableFile } from "../xlsx/unreadable-file";
import { workbookStream } from "./compound-file";
import { csvRows } from "./csv";
import { type SheetLooks, withLooks } from "./document-looks";
import { isOldSheets, legacySheets } from "./legacy";
import { withStrikes } from "./old-strikes";
import { plainMarkup } from "./plain-markup";
import type { FileRefusal } from "./refused";
import { systemRefusal } from "./system-refusal";
import { decodeText } from "./text-encoding";
import { weighMarkup, withinHtml } from "./weigh-markup";
import { weighFlatContent, weighPackage } from "./weigh-package";

export type { TableFile } from "../../../apps-script/domain/merge/table-file";

/**
 * Reads a list that somebody sent, whatever its format: what the bytes are decides, not the file's extension. Limits are
 * checked before anything is parsed.
 *
 * @throws {UnreadableFile} with a sentence naming the file
 */
export async function readTableFile(path: string, limits: Limits = foreignLimits): Promise<TableFile> {
  const file = basename(path);
  return readTable(bytesOf(path, file, limits), file, limits);
}

/** Reads a list from its bytes; `file` is what sentences call it. */
export async function readTable(bytes: Buffer, file: string, limits: Limits = foreignLimits): Promise<TableFile> {
  const { format, sheets, keywords, modified } = await contentsOf(bytes, file, limits);
  if (sheets.every(({ rows }) => rows.length === 0)) throw new UnreadableFile("empty", blankFile(file));
  const fingerprint = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  return {
    file,
    format,
    fingerprint,
    sheets,
    ...(keywords === undefined ? {} : { keywords }),
    ...(modified === undefined ? {} : { modified }),
  };
}

type Contents = Pick<TableFile, "format" | "sheets" | "keywords" | "modified">;

async function contentsOf(bytes: Buffer, file: string, limits: Limits): Promise<Contents> {
  try {
    const { sheets, properties, date1904, lost } = await readWorkbook(bytes, {
      label: file,
      limits,
      properties: true,
      asList: true,
    });
    const missing = lost.map((name): TableSheet => ({ name, hidden: false, rows: [], isLost: true }));
    return { format: "xlsx", sheets: [...sheets.map((sheet) => sheetOf(sheet, date1904)), ...missing], ...properties };
  } catch (error) {
    const read = error instanceof UnreadableFile ? OTHER_READERS[error.code] : undefined;
    if (!read) throw error;
    return read(bytes, file, limits);
  }
}

/** The formats that the .xlsx reader recognises and leaves to others. */
const OTHER_READERS: { readonly [code in UnreadableCode]?: (bytes: Buffer, file: string, limits: Limits) => Promise<Contents> } =
  {
    ole: async (bytes, file, limits) => {
      const stream = sheetsOfOld(bytes, file);
      return { format: "xls", sheets: withStrikes(await legacySheets(stream, file, limits), stream) };
    },
    html: async (bytes, file, limits) => {
      const text = withinHtml((await decodeText(bytes, file)).trimStart());
      const isDocument = text.includes("urn:oasis:names:tc:opendocument");
      const looks = isDocument ? await weighFlatContent(text, file, limits) : new Map<string, SheetLooks>();
      if (!isDocument) weighMarkup(text, file, limits);
      const sheets = await legacySheets(plainMarkup(text), file, limits);
      return { format: "html", sheets: sheets.map((sheet) => withLooks(sheet, looks.get(sheet.name))) };
    },
    ods: (bytes, file, limits) => zipped("ods", bytes, file, limits),
    xlsb: (bytes, file, limits) => zipped("xlsb", bytes, file, limits),
    text: async (bytes, file, limits) => {
      const rows = csvRows(await decodeText(bytes, file), file, new Budget(file, limits));
      return { format: "csv", sheets: [{ name: "", hidden: false, rows }] };
    },
  };

async function zipped(format: "ods" | "xlsb", bytes: Buffer, file: string, limits: Limits): Promise<Contents> {
  const looks = await weighPackage(bytes, file, limits);
  const sheets = await legacySheets(bytes, file, limits);
  return { format, sheets: sheets.map((sheet) => withLooks(sheet, looks.get(sheet.name))) };
}

/** @throws {UnreadableFile} `broken` */
function sheetsOfOld(bytes: Buffer, file: string): Buffer {
  const stream = workbookStream(bytes, file);
  if (stream && isOldSheets(stream)) return stream;
  throw new UnreadableFile("broken", legacyNotReadable(file));
}

function sheetOf({ name, state, rows, missing, struck, merges, beyond }: SheetValues, date1904: boolean): TableSheet {
  return {
    name,
    hidden: state !== "visible",
    ...(beyond ? { beyond } : {}),
    rows: rows.map(({ at, cells, hidden }) => {
      const values = cells.map((cell) => listedValue(toValue(cell), date1904));
      for (const column of missing.get(at) ?? []) values[column] = NO_RESULT;
      const out = struck.get(at);
      return { at, cells: values, ...(hidden ? { hidden } : {}), ...(out ? { struck: out } : {}) };
    }),
    merges: merges.map(({ firstRow, lastRow, firstColumn, lastColumn }) => ({ firstRow, lastRow, firstColumn, lastColumn })),
  };
}

/** No file can be there; what may be open in another program. */
const NOWHERE: readonly FileRefusal[] = ["not-found", "not-folder", "name-too-long"];
const IN_USE: readonly FileRefusal[] = ["no-access", "busy", "is-folder"];

/** Who reads does nothing else meanwhile, and for a short list the trips to the thread pool cost more than its bytes. */
function bytesOf(path: string, file: string, limits: Limits): Buffer {
  try {
    const { size } = statSync(path);
    if (size > limits.fileBytes) throw new UnreadableFile("too-large", fileTooLarge(file, size, limits.fileBytes));
    return readFileSync(path);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    const refused = systemRefusal(error);
    if (refused && NOWHERE.includes(refused.code)) throw new UnreadableFile("missing", missingFile(file));
    throw refused && !IN_USE.includes(refused.code) ? refused : new UnreadableFile("locked", lockedFile(file));
  }
}
