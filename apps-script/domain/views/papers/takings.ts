import { compare } from "../../changes/outcome";
import { isDay } from "../../days/civil-day";
import { optional } from "../../operations/inputs/field";
import * as field from "../../operations/inputs/fields";
import { PAYMENTS } from "../../schema/tables";
import { groupedBy } from "../../snapshot/grouped-by";
import { textOf, type Value } from "../../snapshot/value";
import * as say from "../../wording/printed-money";
import { sumsOf } from "../money-sums";
import { definePaper } from "./define-paper";
import { runsOf } from "./number-runs";
import type { PaperColumn, TableBlock } from "./paper";
import { isWithin, type SharedPayment, sharedPayments } from "./payments";
import { READ_ROW } from "./people-table";

const { day, method, receipt } = PAYMENTS.columns;

const COUNT: PaperColumn = { title: say.takings.count, width: 14, kind: "number", align: "right" };
const AMOUNT: PaperColumn = { title: say.takings.amount, width: 28, kind: "money", align: "right" };
const BY_DAY: readonly PaperColumn[] = [
  { title: day.title, width: 26, kind: "day", align: "center" },
  { title: method.title, width: 20, kind: "text", align: "left" },
  COUNT,
  AMOUNT,
  { title: receipt.title, width: 58, kind: "text", align: "left" },
  { title: say.takings.withoutReceipt, width: 40, kind: "text", align: "left" },
];
const BY_METHOD: readonly PaperColumn[] = [{ title: method.title, width: 144, kind: "text", align: "left" }, COUNT, AMOUNT];

/** 收费汇总: what came in by day and by how it came, as the till has it. */
export const takings = definePaper({
  id: "takings",
  title: say.takings.title,
  about: say.takings.about,
  question: {
    from: optional(field.day({ title: say.from })),
    to: optional(field.day({ title: say.to })),
  },
  make: (snapshot, context, { from, to }) => {
    const { counted, uncounted } = sharedPayments(snapshot, context);
    const isAsked = ({ payment }: Pick<SharedPayment, "payment">): boolean => isWithin(payment, from, to);
    const asked = counted.filter(isAsked);
    const notCounted = uncounted.filter((payment) => isAsked({ payment }));
    const undated = counted.filter(({ payment }) => !isAsked({ payment }) && !isDay(payment.day));
    return {
      name: say.takings.nameOf(from, to),
      look: "portrait",
      people: new Set(asked.flatMap(({ shares }) => shares.map(({ row }) => row.key))).size,
      leftOut: [
        ...notCounted.map(({ key }) => say.notCounted(key)),
        ...undated.map(({ payment }) => say.takings.noDay(payment.key, textOf(payment.day))),
      ],
      parts: [
        {
          name: say.takings.title,
          title: say.takings.title,
          facts: [{ label: day.title, value: say.takings.range(from, to) }],
          blocks: [
            byMethod(asked),
            { kind: "text", paragraphs: [say.takings.byDay] },
            byDay(asked),
            { kind: "facts", across: 3, facts: say.takings.below.map((label) => ({ label, value: null })) },
          ],
        },
      ],
    };
  },
});

/**
 * A line for each day and method; a day of several methods has its sum below. What has no readable day comes last. Receipts that
 * follow no other would make a line higher than a page: the further ones stand in lines of their own.
 */
function byDay(payments: readonly SharedPayment[]): TableBlock {
  const days = groupedBy(payments, ({ payment }) => (isDay(payment.day) ? payment.day : ""));
  const sorted = [...days].sort(([a], [b]) => compare(a || LAST, b || LAST));
  const rows = sorted.flatMap(([on, own]) => {
    const lines = linesOf(own);
    const all = lines.flatMap(({ cells, receipts, without }) =>
      rowsOf([on || say.takings.unknownDay, ...cells], receipts, without),
    );
    return lines.length < 2 ? all : [...all, [null, say.takings.ofDay, ...sumOf(own), null, null]];
  });
  return { kind: "table", columns: BY_DAY, rows, rowHeight: READ_ROW, total: [say.total, null, ...sumOf(payments), null, null] };
}

function rowsOf(cells: readonly Value[], receipts: readonly string[], without: readonly string[]): Value[][] {
  const count = Math.max(1, Math.ceil(Math.max(receipts.length, without.length) / RUNS));
  return Array.from({ length: count }, (_, at) => [
    ...(at === 0 ? cells : cells.map(() => null)),
    ...[receipts, without].map((runs) => runs.slice(at * RUNS, (at + 1) * RUNS).join("、") || null),
  ]);
}

function byMethod(payments: readonly SharedPayment[]): TableBlock {
  const rows = linesOf(payments).map(({ cells }) => cells);
  return { kind: "table", columns: BY_METHOD, rows, rowHeight: READ_ROW, total: [say.total, ...sumOf(payments)] };
}

/** Behind every day. */
const LAST = "9999";
/** Numbers, or runs of them, in a line: some ten lines of text. */
const RUNS = 20;

interface Line {
  /** Method, how many, how much. */
  readonly cells: readonly Value[];
  readonly receipts: readonly string[];
  /** The numbers of payments without a receipt. */
  readonly without: readonly string[];
}

function linesOf(payments: readonly SharedPayment[]): Line[] {
  const groups = groupedBy(payments, ({ method: how }) => how);
  return sumsOf(payments.map(({ payment }) => payment)).byMethod.map(({ method: how, amount }) => {
    const own = groups.get(how) ?? [];
    const receipts = own.flatMap(({ payment }) => textOf(payment.receipt) || []);
    const without = own.flatMap(({ payment }) => (textOf(payment.receipt) === "" ? [payment.key] : []));
    return { cells: [how, own.length, amount], receipts: runsOf(receipts), without: runsOf(without) };
  });
}

/** How many, and how much. */
function sumOf(payments: readonly SharedPayment[]): [number, number] {
  return [payments.length, sumsOf(payments.map(({ payment }) => payment)).total];
}
