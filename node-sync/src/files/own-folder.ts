import { homedir } from "node:os";
import { join } from "node:path";

/** The user's own folder for this program: for what belongs to no workbook file and must not lie beside one. */
export function ownFolder(): string {
  const { XDG_CONFIG_HOME, APPDATA } = process.env;
  const folder = XDG_CONFIG_HOME ?? (process.platform === "win32" && APPDATA ? APPDATA : join(homedir(), ".config"));
  return join(folder, "anpei");
}
