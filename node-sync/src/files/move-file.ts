import { access, link, rename, stat, unlink } from "node:fs/promises";
import { systemCode, unless } from "./refused";

/** What disks say that know no second name for a file (exFAT, some shares). */
const NO_LINKS: readonly (string | undefined)[] = ["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EMLINK"];

/**
 * Moves a file to a name that is free, on the same disk; `false`, and nothing moved, when something is there. Cut off in
 * between, the file stands under both names, whole, and the next move only removes the old one. Where the old name cannot be
 * removed the file keeps that one alone; if even that fails it has been moved, and its old name is left over.
 */
export async function moveToFree(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
  } catch (error) {
    const code = systemCode(error);
    if (code === "EEXIST") return (await isSameFile(from, to)) && removeOldName(from, to);
    if (!NO_LINKS.includes(code)) throw error;
    const isTaken = await access(to).then(
      () => true,
      () => false,
    );
    if (isTaken) return false;
    await rename(from, to);
    return true;
  }
  return removeOldName(from, to);
}

async function removeOldName(from: string, to: string): Promise<true> {
  try {
    await unless("ENOENT", unlink(from));
  } catch (error) {
    const isBack = await unlink(to).then(
      () => true,
      () => false,
    );
    if (isBack) throw error;
  }
  return true;
}

async function isSameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([stat(one), stat(other)]);
  return a.ino !== 0 && a.ino === b.ino && a.dev === b.dev;
}
