import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { refusedWording as say } from "../wording/workbook";
import { FileRefused, unless } from "./refused";

/** An office program's own marker beside a file it has open. `holder` is the name it left, when it can be read. */
interface OpenElsewhere {
  readonly program: "Excel" | "WPS" | "LibreOffice";
  readonly marker: string;
  readonly holder: string | undefined;
}

/**
 * Whether a program has the file open, by the marker it keeps in the same folder: Excel's `~$name` (some versions put
 * `~$` in the place of a long name's first two characters), WPS's `.~name`, LibreOffice's `.~lock.name#`.
 */
export async function openElsewhere(path: string): Promise<OpenElsewhere | undefined> {
  const name = basename(path);
  const folder = dirname(path);
  const present = new Set((await unless("ENOENT", readdir(folder))) ?? []);
  const short = name.slice(2);
  const markers: { program: OpenElsewhere["program"]; marker: string; read: (bytes: Buffer) => string | undefined }[] = [
    { program: "Excel", marker: `~$${name}`, read: excelHolder },
    { program: "WPS", marker: `.~${name}`, read: excelHolder },
    { program: "LibreOffice", marker: `.~lock.${name}#`, read: libreOfficeHolder },
  ];
  // `~$册.xlsx` belongs to 册.xlsx when there is one, else it may be the shortened marker of 名册.xlsx.
  if (!present.has(short)) markers.push({ program: "Excel", marker: `~$${short}`, read: excelHolder });
  const found = markers.find(({ marker }) => present.has(marker));
  if (found === undefined) return undefined;
  const bytes = await readFile(join(folder, found.marker)).catch(() => Buffer.alloc(0));
  return { program: found.program, marker: found.marker, holder: found.read(bytes) };
}

/** @throws FileRefused `open-in-excel` when a program has the file open */
export async function refuseOpenElsewhere(path: string): Promise<void> {
  const open = await openElsewhere(path);
  if (open === undefined) return;
  throw new FileRefused("open-in-excel", say.openElsewhere(basename(path), open.program, open.holder, open.marker));
}

/** Excel's owner file: 55 bytes hold the name in the PC's code page, then its length and the name in UTF-16. */
function excelHolder(bytes: Buffer): string | undefined {
  if (bytes.length < 59) return undefined;
  const end = 57 + bytes.readUInt16LE(55) * 2;
  return end > bytes.length ? undefined : cleaned(bytes.toString("utf16le", 57, end));
}

/** LibreOffice's lock: full name, user, computer, time, profile, with commas between. */
function libreOfficeHolder(bytes: Buffer): string | undefined {
  const [fullName = "", user = "", host = ""] = bytes.toString("utf8").split(",");
  const person = fullName.trim() || user.trim();
  return cleaned(host.trim() === "" ? person : `${person}@${host.trim()}`);
}

function cleaned(text: string): string | undefined {
  const plain = text.replace(/\p{Cc}/gu, "").trim();
  return plain === "" ? undefined : plain;
}
