import { isDay } from "../days/civil-day";
import { readDay } from "../days/spellings";
import { dayBeforeByZone } from "../days/zone-faults";
import type { Column, Kind, Meaning } from "../schema/column";
import { presentValue, type Value } from "./value";

/** Cells as rules see them: text columns hold text, day columns `YYYY-MM-DD` when the cell can be read as a day. */
export function cellOf(kind: Kind, raw: Value | undefined): Value {
  const value = presentValue(raw);
  if (value === null) return null;
  switch (kind) {
    case "id":
      return typeof value === "string" ? value.trim() : value;
    case "number":
      return typeof value === "number" ? value : numberIn(value);
    case "day":
      return dayIn(value);
    default:
      return typeof value === "number" ? String(value) : value.trim();
  }
}

/** What a meaning says of a cell in the workbook beyond its kind. */
interface Said {
  /** What cannot be read by the kind alone and stays as it is written, for the rules to ask about; `null` for all else. */
  readonly leftAsWritten?: (raw: Value) => Value;
  /** Nobody has it from a neighbour over whose row the cell is merged. */
  readonly isOneRowsOwn?: true;
}

const MEANINGS: Partial<Readonly<Record<Meaning, Said>>> = {
  name: { isOneRowsOwn: true },
  // A program in another time zone may have moved it to the day before.
  validUntil: { leftAsWritten: (raw) => (dayBeforeByZone(raw) === null ? null : String(raw)) },
};

/** A cell of a column as rules see it, by what the column means and by its kind. */
export function cellIn({ kind, means }: Column, raw: Value | undefined): Value {
  const left = raw === undefined || means === undefined ? null : MEANINGS[means]?.leftAsWritten?.(raw);
  return left ?? cellOf(kind, raw);
}

/**
 * Whether a cell that is merged over neighbours says the same of each of them. An amount merged over two payments was paid
 * once, and nobody has the name, the id or the phone of the person above.
 */
export function isShared({ kind, means, personal }: Column): boolean {
  return kind !== "number" && personal === undefined && (means === undefined || MEANINGS[means]?.isOneRowsOwn !== true);
}

function numberIn(text: string): Value {
  const plain = text.normalize("NFKC").replace(/[\s,]/g, "");
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text.trim();
}

function dayIn(value: string | number): string {
  if (typeof value === "string" && isDay(value)) return value;
  const reading = readDay(value);
  return reading.kind === "day" ? reading.day : String(value).trim();
}
