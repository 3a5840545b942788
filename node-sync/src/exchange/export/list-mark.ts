import { inflateEntry, readEntries, type ZipEntry } from "../../xlsx/patch/zip-read";

export const CORE = "docProps/core.xml";
/** Ours is a twentieth of this; a larger one is not worth inflating. */
const MOST_CORE_BYTES = 65_536;

/** The checksum of the list, kept in the file: while it is right, nobody has changed the list since it was written. */
export function markOf({ crc }: ZipEntry): string {
  return `anpei-list-${crc.toString(16).padStart(8, "0")}`;
}

/** Whether a file is one of ours as it was written, with nothing typed into its list. */
export async function isUntouched(bytes: Buffer): Promise<boolean> {
  try {
    const entries = readEntries(bytes);
    const core = entries.find(({ name, size }) => name === CORE && size <= MOST_CORE_BYTES);
    const said = core && /anpei-list-[0-9a-f]{8}/.exec((await inflateEntry(core)).toString("utf8"))?.[0];
    return entries.some((entry) => entry.name === "xl/worksheets/sheet1.xml" && markOf(entry) === said);
  } catch {
    return false;
  }
}
