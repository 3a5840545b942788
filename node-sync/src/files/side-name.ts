import { createHash } from "node:crypto";
import { nameWithEnding } from "../../../apps-script/domain/exchange/name-length";

/**
 * The name of what lies in `.anpei` for a file: the file's own and an ending. One that leaves no room for it is cut, and told
 * from others by its hash.
 *
 * @param spare bytes that are left for what is put behind it
 * @example sideName("名册.xlsx", ".lock") // "名册.xlsx.lock"
 */
export function sideName(name: string, ending: string, spare = 0): string {
  const whole = nameWithEnding(name, ending, spare);
  if (whole === name + ending) return whole;
  const hash = createHash("sha256").update(name).digest("hex").slice(0, 8);
  return nameWithEnding(name, `~${hash}${ending}`, spare);
}
