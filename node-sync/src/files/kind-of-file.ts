import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { type FileKind, kindOfSheets } from "../../../apps-script/domain/operations/file-kind";
import { readPlanText } from "../../../apps-script/domain/plan/read-plan";
import { readTableFile } from "./read-table-file";
import { decodeText } from "./text-encoding";

/** What a file is by what it holds: a notice as plain text, or any table; null where it may be several things. @throws {UnreadableFile} */
export async function kindOfFile(path: string): Promise<FileKind | null> {
  if (/^\.(txt|md)$/i.test(extname(path)) && (await isNotice(path))) return "plan";
  return kindOfSheets((await readTableFile(path)).sheets);
}

async function isNotice(path: string): Promise<boolean> {
  const text = await decodeText(await readFile(path), basename(path));
  return readPlanText(text).classes.length > 0;
}
