import { access } from "node:fs/promises";
import { versionOf } from "../../../apps-script/domain/operations/migrate";
import { BrokenWorkbook } from "../../../apps-script/domain/snapshot/layout";
import type { BookMemory } from "../xlsx/book-memory";
import { XlsxHost } from "../xlsx/xlsx-host";

/** What is at the place of the workbook: nothing, a workbook of ours, or somebody's file. */
type BookState = "none" | "ours" | "foreign";

/** @throws for a file that cannot be read, and a workbook of a newer program */
export async function stateOf(book: string, memory: BookMemory | null = null): Promise<BookState> {
  const isThere = await access(book).then(
    () => true,
    () => false,
  );
  if (!isThere) return "none";
  try {
    versionOf(await new XlsxHost(book, memory).read(["settings"]));
    return "ours";
  } catch (error) {
    if (error instanceof BrokenWorkbook && error.code === "not-a-workbook") return "foreign";
    throw error;
  }
}
