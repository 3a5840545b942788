import { kindsByTitle } from "../../../apps-script/domain/schema/column";
import { tableTitled } from "../../../apps-script/domain/schema/index";
import { headerOfTab } from "../../../apps-script/domain/snapshot/header";
import { headerForm } from "../../../apps-script/domain/snapshot/layout";
import { presentValue, type Value } from "../../../apps-script/domain/snapshot/value";
import { serialText } from "../xlsx/serials";

type Raws = readonly (readonly unknown[])[];

/** A number that may be a day by its cell's format, where the column does not tell. */
export interface Doubt {
  readonly title: string;
  readonly row: number;
  readonly column: number;
  readonly key: string;
}

/** Between these a number in a day column is a day: 1950 to 2100. Others may be a year, or digits. */
const PLAUSIBLE = [18_264, 73_415] as const;
const LAST_SERIAL = 2_958_465;

/**
 * Values of the Sheets API, which gives days as numbers like any others. In a day column a plausible serial is a day; of
 * numbers in text columns and odd ones in day columns the format of the cell decides, once it was asked for.
 */
export class SerialValues {
  /** By place in the table: whether the number is a day or a time. */
  private readonly answers = new Map<string, boolean>();

  values(title: string, raws: Raws): Value[][] {
    return this.walk(title, raws, () => undefined);
  }

  /** Numbers whose cells' formats have not been asked for. */
  doubts(title: string, raws: Raws): Doubt[] {
    const doubts: Doubt[] = [];
    this.walk(title, raws, (doubt) => doubts.push(doubt));
    return doubts;
  }

  learn(doubt: Doubt, isMoment: boolean): void {
    this.answers.set(doubt.key, isMoment);
  }

  private walk(title: string, raws: Raws, onDoubt: (doubt: Doubt) => void): Value[][] {
    const table = tableTitled(title);
    const { index: headerAt, cells } = headerOfTab(table, lines(raws));
    const kinds = new Map([...kindsByTitle(table)].map(([column, kind]) => [headerForm(column), kind]));
    const columns = cells.map((cell) => {
      const form = headerForm(cell);
      return { form, kind: kinds.get(form) };
    });
    return raws.map((line, row) =>
      line.map((raw, column): Value => {
        const { form, kind } = columns[column] ?? {};
        if (typeof raw !== "number" || row <= headerAt || form === undefined || kind === undefined || kind === "number")
          return plain(raw);
        if (kind === "day" && raw >= PLAUSIBLE[0] && raw <= PLAUSIBLE[1]) return serialText(raw, false);
        if (raw < 0 || raw > LAST_SERIAL) return raw;
        const key = `${title}\n${form}\n${raw}`;
        const isMoment = this.answers.get(key);
        if (isMoment === undefined) onDoubt({ title, row: row + 1, column, key });
        return isMoment ? serialText(raw, false) : raw;
      }),
    );
  }
}

function* lines(raws: Raws): Generator<Value[]> {
  for (const line of raws) yield line.map(plain);
}

function plain(raw: unknown): Value {
  if (typeof raw === "number") return raw;
  if (typeof raw === "boolean") return raw ? "TRUE" : "FALSE";
  return typeof raw === "string" ? presentValue(raw) : null;
}
