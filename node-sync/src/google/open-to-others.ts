import { stat } from "node:fs/promises";
import { printAside } from "../terminal/terminal";
import * as say from "../wording/google";

const OTHERS = 0o077;

/** Whether other accounts of this PC may read or write a file. Windows says so in no mode, and what is not there is nobody's. */
async function isOpenToOthers(path: string): Promise<boolean> {
  if (process.platform === "win32") return false;
  const facts = await stat(path).catch(() => undefined);
  return facts !== undefined && (facts.mode & OTHERS) !== 0;
}

const warnedOf = new Set<string>();

/** Says once, beside the result, that a file with a secret is open to others and how to close it. It is used all the same. */
export async function warnOfOpen(path: string): Promise<void> {
  if (warnedOf.has(path) || !(await isOpenToOthers(path))) return;
  warnedOf.add(path);
  printAside(say.openToOthers(path));
}

/** Of these files, those that are open to others; they are not warned of any more. */
export async function openAmong(paths: readonly string[]): Promise<string[]> {
  const open: string[] = [];
  for (const path of paths) if (await isOpenToOthers(path)) open.push(path);
  for (const path of open) warnedOf.add(path);
  return open;
}
