import { Refusal } from "../refusal";
import { OPEN_TABLES, TABLES, type Table, type TableName } from "../schema/index";
import { badRequest } from "../wording/serving";
import type { AskOf, CallName } from "./calls";

const MOST_RUNS = 100;
const STEPS = ["prepare", "carry", "finish"] as const;

/** What each call is asked with, checked part by part: anybody who may open the document can call with anything. */
export const ASKS: { readonly [N in CallName]: (given: unknown) => AskOf<N> } = {
  open: (given) => {
    const [clerk, copy] = [orNull(part(given, "clerk"), text), orNull(part(given, "copy"), text)];
    if (copy !== null && copy !== "new" && copy !== "same") throw refused();
    return { clerk, copy };
  },
  read: (given) => {
    const runs = list(part(given, "runs"), text);
    const isSettled = part(given, "isSettled");
    if (runs.length > MOST_RUNS || typeof isSettled !== "boolean") throw refused();
    return { tables: orNull(part(given, "tables"), (names) => list(names, openTable)), runs, isSettled };
  },
  passwords: () => ({}),
  commit: (given) => ({ decision: text(part(given, "decision")) }),
  turn: (given) => {
    const step = STEPS.find((one) => one === part(given, "step"));
    const decision = orNull(part(given, "decision"), text);
    if (step === undefined || (decision === null) === (step === "carry")) throw refused();
    return { step, decision };
  },
  init: (given) => ({ year: orNull(part(given, "year"), planYear), agreed: orNull(part(given, "agreed"), text) }),
  tabText: (given) => ({ title: text(part(given, "title")) }),
  jump: (given) => {
    const table = openTable(part(given, "table"));
    const column = orNull(part(given, "column"), text);
    const { columns }: Table = TABLES[table];
    if (column !== null && !Object.keys(columns).includes(column)) throw refused();
    return { table, row: text(part(given, "row")), column };
  },
};

const refused = (): Refusal => new Refusal("bad-request", badRequest());

function part(given: unknown, name: string): unknown {
  if (typeof given !== "object" || given === null) throw refused();
  return Object.entries(given).find(([own]) => own === name)?.[1] ?? null;
}

function orNull<T>(value: unknown, read: (value: unknown) => T): T | null {
  return value === null ? null : read(value);
}

function text(value: unknown): string {
  if (typeof value !== "string") throw refused();
  return value;
}

function list<T>(value: unknown, read: (value: unknown) => T): readonly T[] {
  if (!Array.isArray(value)) throw refused();
  return value.map(read);
}

function openTable(value: unknown): TableName {
  const name = OPEN_TABLES.find((one) => one === value);
  if (!name) throw refused();
  return name;
}

function planYear(value: unknown): number {
  if (typeof value !== "number" || !Number.isInteger(value) || value < 2000 || value > 2099) throw refused();
  return value;
}
