import fc from "fast-check";
import type { ClerkOperation } from "../../../apps-script/domain/operations/define-operation";
import type { RawInput } from "../../../apps-script/domain/operations/inputs/read-input";
import { CLERK_OPERATIONS } from "../../../apps-script/domain/operations/registry";
import { Refusal } from "../../../apps-script/domain/refusal";
import { TABLES, type Table } from "../../../apps-script/domain/schema/index";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { doing } from "../../support/clerk-desk";
import { FILLED, filledBook } from "../../support/filled-book";

/**
 * What a clerk leaves empty stays as it stands. Of every operation and every optional field: a cell that the field decides is
 * neither emptied nor overwritten by a default when the field is left empty, but for what is listed here with its reason.
 */
const TODAY = "2024-04-12";
const isSoak = Boolean(process.env.ANPEI_SOAK);
const people = [...FILLED];

/** What an operation needs at least, in each of the ways in which it can be asked for. */
const BASES: Readonly<Record<string, readonly RawInput[]>> = {
  enrol: [{ instead: "赵一", kind: "初培" }],
  "pre-register": [
    { people, class: "再三" },
    { people, class: "再二" },
  ],
  booking: [
    { people, state: "待审" },
    { people, state: "通过" },
    { people, state: "退回", reason: "看不清" },
    { people, state: "未预约" },
    { checked: "再二" },
  ],
  papers: [{ people, papers: "全部" }],
  "check-in": [{ people, reason: "同意" }],
  pay: [{ people, amount: "300", method: "现金" }],
  refund: [{ people: "赵一", reason: "不来了" }],
  invoice: [{ payments: "F00001、F00002" }],
  complete: [{ class: "再二" }],
  "book-exam": [{ people, day: "2024-05-06" }],
  exam: [
    { people, result: "合格" },
    { people, result: "缺考" },
    { people, score: "60" },
    { people, score: "60", wrongDay: "2024-02-20" },
  ],
  issue: [
    { people, unchanged: "是" },
    { people, until: "2027-06-01" },
  ],
  "change-class": [
    { class: "再三", study: "5月21日-5月24日" },
    { class: "再三", deadline: "4月20日" },
  ],
  move: [{ people, class: "再三", reason: "单位安排" }],
  "no-show": [{ class: "再二", people }],
  card: ["领取", "绑定", "改绑", "作废"].map((action) => ({ people, action })),
  renew: [{ people, fee: "100" }],
  transfer: [{ people, unit: "丙矿" }],
  leave: [{ people }],
  withdraw: [{ people }],
  reinstate: [{ people }],
  "merge-person": [{ people: "赵一、钱二", reason: "已核对" }],
  unit: [
    { unit: "甲矿", contact: "某会计" },
    { unit: "甲矿", merge: "乙矿" },
  ],
  notified: [{ people, by: "电话" }],
  "close-year": [{}],
};

/** These say of each cell what it is to hold. */
const CELL_BY_CELL = ["settle", "edit"];
/** No row that a clerk knows has cells of it. */
const OF_THE_BOOK = ["mark-carried"];

/** What an operation empties, and why that is what it is for. */
const EMPTIED: Readonly<Record<string, string>> = {
  "enrol moneyAnswer": "the money goes along to the new enrolment: nothing of it is left over",
  "reinstate moneyAnswer": "the enrolment counts again, and its money with it",
  "booking bookedClass": "未预约 says that nothing is booked",
  "booking bookedOn": "未预约 says that nothing is booked",
  "booking refusal": "another state than 退回 ends the refusal",
  "book-exam score": "a 补考 begins; the earlier score is in 历次考试",
  "book-exam examPlace": "a 补考 begins; the earlier place is in 历次考试",
  "exam score": "a score that speaks against the result that was written, or that of the sitting before, which is in 历次考试",
  "exam examPlace": "the sitting before had that place, which is in 历次考试",
  "no-show lockedClass": "somebody who did not come to the class that was locked seeks another one",
};

/** What is decided although the field is left empty, and why. */
const DECIDED: Readonly<Record<string, string>> = {
  "booking day bookedOn": "a new booking, or one for another class, has a day of its own; that it is today is said",
  "booking day bookingChecked": "the class was looked through today",
  "pre-register day preRegisteredOn": "a sign-up for another class has a day of its own; the class before is said",
  "papers answer": "a paper that failed came again; what is 不适用 stays",
  "book-exam state exam": "a 补考 begins",
  "book-exam place examPlace": "a 补考 begins; the earlier place is in 历次考试",
  "exam day exam": "the result that was written",
  "exam day score": "a score that speaks against the result that was written, or the one that was",
  "exam day sittings": "the sitting that is put right",
  "exam day examTries": "the sittings are counted",
  "exam day examOn": "a booking that is still ahead gives way to an exam that was sat before it; that it is today is said",
  "exam day examPlace": "the sitting that was put right is the last one",
  "exam score score": "a score that speaks against the result that was written",
  "exam score sittings": "the sitting that is put right, where its score speaks against the result",
  "exam place sittings": "the sitting that is put right",
  "exam place examPlace": "the sitting that was put right is the last one",
};

/** Two values of a field, where not any will do. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  score: ["88", "90.5"],
  answer: ["已交", "不适用"],
  creditCode: ["91370612MA3T0XY054", "93370612MA3T0XY05X"],
  aliases: ["甲矿厂", "甲矿井"],
  reportsFor: ["丙矿", "乙矿"],
  deadline: ["4月18日", "4月19日"],
  booking: ["4月14日-5月12日", "4月15日-5月12日"],
  reportIn: ["5月20日9:00-11:00", "5月20日9:00-10:00"],
  study: ["5月21日-5月23日", "5月21日-5月25日"],
};

type Field = ClerkOperation["fields"][number];

/** None of a field that chooses rows, or does one thing or nothing. */
function valuesOf({ name, kind, choices }: Field): readonly string[] {
  const own = VALUES[name];
  if (own !== undefined) return own;
  if (kind === "day") return ["2024-04-01", "2024-04-03"];
  if (kind === "text") return ["某甲", "某乙"];
  if (kind === "money") return ["100", "200"];
  if (kind === "class") return ["再三", "再四"];
  if (kind === "unit") return ["丙矿", "乙矿"];
  return choices !== null && choices.length > 1 ? choices : [];
}

type Cell = ReturnType<typeof doing>["outcome"]["cells"][number];

/** What a run writes into people's cells of rows that are there, by place; `null` where it is not taken. */
function written(book: Snapshot, operation: ClerkOperation, raw: RawInput): ReadonlyMap<string, Cell> | null {
  try {
    const { cells } = doing(book, operation, raw, TODAY).outcome;
    const own = cells.filter(({ table, column }) => isPeoples(TABLES[table], column));
    return new Map(own.map((cell) => [`${cell.table} ${cell.row} ${cell.column}`, cell]));
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

const isPeoples = ({ columns }: Table, column: string): boolean => ["unit", "centre"].includes(columns[column]?.owner ?? "");

/** A list or a note that grew holds what it held. */
const isLost = ({ before, after }: Cell): boolean =>
  before !== null &&
  !String(before)
    .split(/[；、]/u)
    .every((part) => String(after ?? "").includes(part));

const tried = CLERK_OPERATIONS.filter(({ id }) => ![...CELL_BY_CELL, ...OF_THE_BOOK].includes(id));

test("every operation is tried", () => {
  expect(tried.map(({ id }) => id).sort()).toEqual(Object.keys(BASES).sort());
});

describe.each(tried.map((operation) => [operation.id, operation] as const))("%s", (id, operation) => {
  const optional = operation.fields.filter(({ required }) => !required);
  const bases = fc.constantFrom(...(BASES[id] ?? []));

  test("empties no cell, whatever is left empty", () => {
    const some = optional.flatMap((field) => {
      const values = valuesOf(field);
      return values.length === 0 ? [] : [[field.name, fc.option(fc.constantFrom(...values), { freq: 1 })] as const];
    });
    fc.assert(
      fc.property(filledBook, bases, fc.record(Object.fromEntries(some)), (book, base, more) => {
        const cells = [...(written(book, operation, { ...more, ...base })?.values() ?? [])];
        const emptied = cells.filter(({ before, after }) => before !== null && after === null);
        expect(emptied.filter(({ column }) => EMPTIED[`${id} ${column}`] === undefined)).toEqual([]);
      }),
      { numRuns: isSoak ? 800 : 25 },
    );
  });

  const fields = optional.map((field) => [field.name, valuesOf(field)] as const);
  const tellable = fields.filter(([, values]) => values.length > 1);
  if (tellable.length === 0) return;
  test("leaves what stands where a field is empty", () => {
    fc.assert(
      fc.property(filledBook, bases, fc.constantFrom(...tellable), (book, base, [name, [one, other]]) => {
        if (name in base) return;
        const as = (value: string | null | undefined) => written(book, operation, { ...base, [name]: value });
        const [first, second, empty] = [as(one), as(other), as(null)];
        if (!first || !second || !empty) return;
        const isDecided = (place: string): boolean => first.get(place)?.after !== second.get(place)?.after;
        const lost = [...empty].flatMap(([place, cell]) => (isDecided(place) && isLost(cell) ? [cell] : []));
        const isAllowed = ({ column }: Cell): boolean => `${id} ${name}` in DECIDED || `${id} ${name} ${column}` in DECIDED;
        expect(lost.filter((cell) => !isAllowed(cell))).toEqual([]);
      }),
      { numRuns: isSoak ? 1500 : 40 },
    );
  });
});
