import type { XlsxPackage } from "./package";
import { readPart, type XmlHandlers } from "./xml";

/** How a number with this format reads: a plain number, a day with or without a time, or a length of time (`[h]:mm`). */
export type NumberKind = "number" | "date" | "elapsed";

/** One entry of cellXfs, by index. `code` is the format's code; built-in ids without a custom code give `""`. */
export interface CellFormat {
  readonly numFmtId: number;
  readonly code: string;
  readonly kind: NumberKind;
}

/** Built-in date and time ids, with those of East Asian locales (ECMA-376 part 1, 18.8.30). */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

const elapsedTime = /\[(h+|m+|s+)\]/i;
/** Everything that is no placeholder: quoted text, escaped characters, `_x` and `*x` padding, `[colour]`, `[$-804]`, `[>=1]`. */
const literals = /"[^"]*"?|\\.?|[_*].?|\[[^\]]*\]?/gs;
const amPm = /am\/pm|a\/p|上午\/下午/gi;

/** What a format code shows: judged by its first section, for positive numbers. */
export function kindOfCode(code: string): NumberKind {
  const placeholders = code.replace(literals, (literal) => (elapsedTime.test(literal) ? "\u0001" : "")).replace(amPm, "h");
  const section = placeholders.split(";", 1)[0] ?? "";
  if (section.includes("\u0001")) return "elapsed";
  if (/general|常规|g\/通用格式/i.test(section)) return "number";
  return /[ymdhs]/i.test(section) && !/[#?@]/.test(section) ? "date" : "number";
}

export function kindOfFormat(numFmtId: number, code: string | undefined): NumberKind {
  if (code !== undefined) return kindOfCode(code);
  if (numFmtId === 46) return "elapsed";
  return isBuiltInDate(numFmtId) ? "date" : "number";
}

/** Handlers that gather `numFmts` and `cellXfs` (not `cellStyleXfs`, not `dxfs`) into `formats`. */
export function styleHandlers(formats: CellFormat[]): XmlHandlers {
  const codes = new Map<number, string>();
  let isInCellFormats = false;
  let isInDifferential = false;
  return {
    open(name, { numFmtId, formatCode }) {
      if (name === "cellXfs") isInCellFormats = true;
      else if (name === "dxfs") isInDifferential = true;
      else if (name === "numFmt" && !isInDifferential && formatCode !== undefined) codes.set(Number(numFmtId), formatCode);
      else if (name === "xf" && isInCellFormats) {
        const id = Number(numFmtId ?? 0);
        const code = codes.get(id);
        formats.push({ numFmtId: id, code: code ?? "", kind: kindOfFormat(id, code) });
      }
    },
    close(name) {
      if (name === "cellXfs") isInCellFormats = false;
      else if (name === "dxfs") isInDifferential = false;
    },
  };
}

/** The cell formats by index (the `s` of a cell); none when the workbook has no styles. */
export async function readStyles(pkg: XlsxPackage, part: string | undefined): Promise<CellFormat[]> {
  const formats: CellFormat[] = [];
  if (part !== undefined && pkg.has(part)) await readPart(pkg, part, styleHandlers(formats));
  return formats;
}
