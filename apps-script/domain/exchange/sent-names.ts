import { trimmed } from "../snapshot/trim";

/** Bytes: file systems allow 255, with room for `-退回` and for the name of a file that is being written. */
const LONGEST = 180;
const FALLBACK = "单位";
/** Devices of DOS, which Windows will not have as file names, whatever the extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;
/** What Windows or a shell forbids, and characters nobody sees. */
const FORBIDDEN = /[\\/:*?"<>|]|[\p{Cc}\p{Cf}]/gu;

/** The name of a unit's file: its full name, without what a file system forbids. */
export function fileNameOf(unit: string): string {
  const plain = trimmed(unit.normalize("NFC").replace(FORBIDDEN, "_"), ".");
  const short = shortened(plain).trimEnd() || FALLBACK;
  return `${RESERVED.test(short) ? `_${short}` : short}.xlsx`;
}

function shortened(name: string): string {
  let bytes = 0;
  let end = 0;
  for (const character of name) {
    bytes += bytesOf(character.codePointAt(0) ?? 0);
    if (bytes > LONGEST) break;
    end += character.length;
  }
  return name.slice(0, end);
}

/** Of a code point in UTF-8. */
function bytesOf(point: number): number {
  if (point < 0x80) return 1;
  return point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
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
