import { access, link, rename, unlink } from "node:fs/promises";
import { systemCode, unless } from "./refused";

/** What disks say that know no second name for a file (exFAT, some shares). */
const NO_LINKS: readonly (string | undefined)[] = ["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EMLINK"];

/**
 * Moves a file to a name that is free, on the same disk; `false`, and nothing moved, when something is there. Cut off in
 * between, the file stands under both names, whole; where its old name cannot be removed it keeps that one alone.
 */
export async function moveToFree(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
  } catch (error) {
    const code = systemCode(error);
    if (code === "EEXIST") return false;
    if (!NO_LINKS.includes(code)) throw error;
    const isTaken = await access(to).then(
      () => true,
      () => false,
    );
    if (isTaken) return false;
    await rename(from, to);
    return true;
  }
  try {
    await unless("ENOENT", unlink(from));
  } catch (error) {
    await unlink(to).catch(() => undefined);
    throw error;
  }
  return true;
}
