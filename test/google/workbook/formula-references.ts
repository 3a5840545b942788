import { columnLetters, columnNumber } from "./area";

/** Where a referred line went; null when it was deleted. `fixed` says that a `$` stands before it. */
type MoveLine = (line: number, fixed: boolean) => number | null;

const REFERENCE =
  /"(?:[^"]|"")*"|(?<![\p{L}\p{N}_$])((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d*)(?![\p{L}\p{N}_(!])/gu;

/** Rewrites the references of a formula; `isHere` tells whether a reference with this sheet prefix is meant. */
export function moveReferences(
  formula: string,
  isHere: (sheet: string | undefined) => boolean,
  row: MoveLine,
  column: MoveLine,
): string {
  return formula.replace(
    REFERENCE,
    (whole: string, prefix = "", dollar1 = "", letters?: string, dollar2 = "", digits?: string) => {
      if (letters === undefined || digits === undefined) return whole;
      if (!isHere(prefix === "" ? undefined : prefix.slice(0, -1).replace(/^'|'$/g, "").replaceAll("''", "'"))) return whole;
      const newRow = row(Number(digits), dollar2 === "$");
      const newColumn = column(columnNumber(letters), dollar1 === "$");
      if (newRow === null || newColumn === null) return "#REF!";
      return `${prefix}${dollar1}${columnLetters(newColumn)}${dollar2}${newRow}`;
    },
  );
}
