import { PackageParts } from "../../node-sync/src/xlsx/patch/package-parts";
import { readWorkbookPart } from "../../node-sync/src/xlsx/patch/workbook-part";

/** A workbook's sheets and styles as XML. */
export async function openParts(workbook: Buffer): Promise<{ readonly styles: string; sheet(title: string): string }> {
  const parts = new PackageParts(workbook);
  const book = await readWorkbookPart(parts);
  const texts = new Map<string, string>();
  for (const { title, part } of book.sheets) texts.set(title, await parts.text(part));
  const styles = (await parts.relationships(book.name)).find(({ kind }) => kind === "styles")?.target ?? "";
  return { styles: await parts.text(styles), sheet: (title) => texts.get(title) ?? "" };
}
