import { read, type WorkBook } from "@e965/xlsx";
import { inflateEntry, readEntries } from "../../../node-sync/src/xlsx/patch/zip-read";

/** A workbook for a test: its parts inflated (apostrophes plain), and what another reader makes of it. */
export interface OpenBook {
  readonly parts: ReadonlyMap<string, string>;
  readonly book: WorkBook;
  /** The XML of a sheet; parts are numbered in the order of the tabs. */
  sheet(title: string): string;
}

export async function partsOf(file: Buffer): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  for (const entry of readEntries(file))
    parts.set(entry.name, (await inflateEntry(entry)).toString("utf8").replaceAll("&apos;", "'"));
  return parts;
}

export async function openBook(file: Buffer): Promise<OpenBook> {
  const parts = await partsOf(file);
  const book = read(file, { cellNF: true, cellStyles: true, dense: true });
  const sheet = (title: string): string => parts.get(`xl/worksheets/sheet${book.SheetNames.indexOf(title) + 1}.xml`) ?? "";
  return { parts, book, sheet };
}

/** The first row of a sheet as texts. */
export function headerOf({ book }: OpenBook, title: string, row = 0): string[] {
  const sheet = book.Sheets[title]?.["!data"] ?? [];
  const cells = sheet[row] ?? [];
  return cells.map((cell) => String(cell?.v ?? ""));
}
