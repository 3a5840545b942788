import { refuseClosed } from "../domain/changes/closed";
import { type CopyAnswer, copyWrites, type FreshKey, isUnsettledCopy } from "../domain/operations/keying";
import { versionOf } from "../domain/operations/migrate";
import { Refusal } from "../domain/refusal";
import type { TableName } from "../domain/schema/index";
import type { Grids } from "../domain/snapshot/grid";
import { BrokenWorkbook } from "../domain/snapshot/layout";
import type { GoogleSheetHost } from "./google-sheet-host";
import { exclusively } from "./perform";
import { copyNotSettled } from "./wording";

const TABLES_OF_KEYS: readonly TableName[] = ["settings", "seals"];

/**
 * Whether the Sheet is a copy of which staff have not said what it is. A broken workbook is not one: the action says what is
 * broken, and 初始化 has to be able to mend it.
 */
export function isCopyToSettle(host: Pick<GoogleSheetHost, "document" | "read">): boolean {
  try {
    return isUnsettled(host.read(TABLES_OF_KEYS), host.document);
  } catch (error) {
    if (error instanceof BrokenWorkbook) return false;
    throw error;
  }
}

/**
 * Writes what staff say a copied Sheet is. Where somebody else has said it meanwhile, their answer stands; where people came
 * before the write, it has to be given once more.
 */
export function settleCopy(host: GoogleSheetHost, answer: CopyAnswer, fresh: FreshKey): void {
  exclusively(host, () => {
    const grids = host.read(TABLES_OF_KEYS);
    if (!isUnsettled(grids, host.document)) return;
    const writes = copyWrites(grids, host.document, answer, fresh);
    refuseClosed(host.closed(), writes);
    host.withFormulas(new Set(writes.map(({ sheet }) => sheet)));
    if (host.write([writes]).length > 0) throw new Refusal("not-settled", copyNotSettled());
  });
}

/** @throws {BrokenWorkbook} when the workbook is none, or newer than this program */
function isUnsettled(grids: Grids, document: string): boolean {
  versionOf(grids);
  return isUnsettledCopy(grids, document);
}
