const LONGEST = 80;
const FALLBACK = "单位";
/** Devices of DOS, which Windows will not have as file names, whatever the extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;
/** What Windows or a shell forbids, and characters nobody sees. */
const FORBIDDEN = /[\\/:*?"<>|]|[\p{Cc}\p{Cf}]/gu;

/** The name of a unit's file: its full name, without what a file system forbids. */
export function fileNameOf(unit: string): string {
  const plain = unit
    .normalize("NFC")
    .replace(FORBIDDEN, "_")
    .replace(/^[\s.]+|[\s.]+$/gu, "");
  const short = [...plain].slice(0, LONGEST).join("").trimEnd() || FALLBACK;
  return `${RESERVED.test(short) ? `_${short}` : short}.xlsx`;
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
