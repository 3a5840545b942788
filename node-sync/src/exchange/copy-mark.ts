import { readKeywords } from "../../../apps-script/domain/exchange/identity";
import type { TableFile } from "../../../apps-script/domain/merge/table-file";
import { readTable } from "../files/read-table-file";
import { results as say } from "../wording/export";
import { isUntouched } from "./export/list-mark";
import { answeredIn } from "./reply-mark";

/** Which file of ours a copy goes with. */
interface CopyMark {
  readonly exchange: string;
  readonly generation: number;
  /** The fingerprints of the files that it answers. */
  readonly answers: string;
}

/** Whether a file is a copy of ours in which nothing was typed since. */
export async function isUneditedCopy({ sheets, keywords }: TableFile, bytes: () => Promise<Uint8Array>): Promise<boolean> {
  const isCopy = readKeywords(keywords ?? "") !== null && sheets.some(({ name }) => name === say.sheet);
  return isCopy && (await isUntouched(Buffer.from(await bytes())));
}

/** The mark of a copy of ours in which nothing was typed; `null` for any other file. */
export async function copyIn(bytes: Uint8Array, name: string): Promise<CopyMark | null> {
  const table = await readTable(Buffer.from(bytes), name).catch(() => null);
  const mark = readKeywords(table?.keywords ?? "");
  return table && mark && (await isUneditedCopy(table, async () => bytes)) ? { ...mark, answers: answeredIn(table) } : null;
}
