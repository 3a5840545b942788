import { trimmed } from "../snapshot/trim";
import { nameWithEnding } from "./name-length";

const ENDING = ".xlsx";
/** Bytes for what is put behind the name of a unit's file later: `-改动过的（2）`, `-退回（2）`, the numbers of downloads. */
const SPARE = 30;
const FALLBACK = "单位";
/** Devices of DOS, which Windows will not have as file names, whatever the extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;
/** What Windows or a shell forbids, characters nobody sees, and halves of characters, which all become one on a disk. */
const FORBIDDEN = /[\\/:*?"<>|]|[\p{Cc}\p{Cf}\p{Cs}]/gu;

/** The name of a unit's file: its full name. */
export function fileNameOf(unit: string): string {
  return safeFileName(unit, ENDING, FALLBACK);
}

/**
 * A file's name without what a file system forbids; a very long one without its end, the ending stays.
 *
 * @param fallback where nothing is left of it
 */
export function safeFileName(name: string, ending: string, fallback: string): string {
  const plain = trimmed(name.normalize("NFC").replace(FORBIDDEN, "_"), ".");
  const stem = RESERVED.test(plain) ? `_${plain}` : plain || fallback;
  return nameWithEnding(stem, ending, SPARE);
}

/** The units whose files would be one file: Windows and macOS do not tell capitals apart, nor composed characters. */
export function sharedFileNames(units: readonly string[]): { readonly file: string; readonly units: readonly string[] }[] {
  const byName = new Map<string, string[]>();
  for (const unit of units) {
    const name = fileNameOf(unit).toUpperCase().normalize("NFC");
    const known = byName.get(name);
    if (known) known.push(unit);
    else byName.set(name, [unit]);
  }
  return [...byName.values()]
    .filter(({ length }) => length > 1)
    .map((same) => ({ file: fileNameOf(same[0] ?? ""), units: same }));
}
