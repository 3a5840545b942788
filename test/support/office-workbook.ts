import { checkCharacter } from "../../apps-script/domain/people/check-character";
import type { BOOKING_STATES } from "../../apps-script/domain/schema/allowed";
import {
  type Card,
  type Enrolment,
  PAPERS,
  type PapersRow,
  type Payment,
  TABLES,
  type Table,
} from "../../apps-script/domain/schema/index";
import type { Value } from "../../apps-script/domain/snapshot/value";
import { newWorkbook } from "../../node-sync/src/workbook/new-workbook";
import { plan2024 } from "./books";

/** The day on which the office runs its actions: the second class is being booked, the first is over. */
export const OFFICE_DAY = "2024-03-12";

const two = (part: number): string => String(part).padStart(2, "0");

/** Ids lie in area 379999, which is nobody's, and no two of the first million are equal. */
function idOf(index: number): string {
  const day = Math.floor(index / 1000);
  const first17 = `379999${1960 + (day % 40)}${two((day % 12) + 1)}${two((index % 28) + 1)}${String(index % 1000).padStart(3, "0")}`;
  return first17 + checkCharacter(first17);
}

/** Every third person stands in 名册 without a number yet: staff have just typed the row. */
const numberOf = (index: number): string | null => (index % 3 === 2 ? null : `B2024-${String(index + 1).padStart(5, "0")}`);

type Person = Omit<Partial<Enrolment>, "booking" | "exam" | "state" | "light" | "dutyAnswer" | "moneyAnswer"> & {
  readonly booking?: (typeof BOOKING_STATES)[number];
};

/** Person number `index`, as units and staff filled the row in. Expiry days run over all months. */
export function personAt(index: number): Person {
  const isNew = index % 7 === 5;
  const month = (index % 12) + 1;
  return {
    id: numberOf(index),
    name: `${"赵钱孙李周吴郑王冯陈"[index % 10]}${"安平志晓立文海建永春"[Math.floor(index / 10) % 10]}`,
    idType: "居民身份证",
    idNumber: idOf(index),
    mobile: `199${String(index).padStart(8, "0")}`,
    unit: index % 2 === 0 ? "示例金矿有限公司" : "示例铁矿有限责任公司",
    post: index % 3 === 0 ? "主要负责人" : "安全生产管理人员",
    education: "大专",
    kind: isNew ? "初培" : "再培训",
    validUntil: isNew ? null : `2024-${two(month)}-${two((index % 28) + 1)}`,
    ...bookingAt(index, month),
  };
}

/** Those of the class that is being booked have got as far as their number says. */
function bookingAt(index: number, month: number): Person {
  if (month !== 5 && month !== 6) return {};
  const booked = {
    preRegisteredOn: "2024-02-20",
    preRegisteredClass: "再培训班第二期",
    bookedOn: "2024-03-01",
    bookedClass: "再培训班第二期",
  };
  if (month === 5) return { ...booked, booking: "通过" };
  return index % 4 === 1 ? { ...booked, booking: "退回", refusal: "推荐表没有公章" } : {};
}

const numbered = (people: number): string[] =>
  Array.from({ length: people }, (_, index) => numberOf(index)).filter((number) => number !== null);

/** Every fourth has paid, and the last of them not enough. */
function paymentsOf(people: number): Partial<Payment>[] {
  const payers = numbered(people).filter((_, index) => index % 4 === 0);
  return payers.map((shares, index) => ({
    id: `F${String(index + 1).padStart(5, "0")}`,
    day: "2024-03-01",
    amount: index === payers.length - 1 ? 100 : 300,
    method: "微信",
    payer: "示例金矿有限公司",
    shares,
  }));
}

function papersOf(people: number): Partial<PapersRow>[] {
  const papers = Object.keys(PAPERS.columns).filter((name) => !["id", "name", "unit"].includes(name));
  return numbered(people)
    .filter((_, index) => index % 2 === 0)
    .map((id, index) => ({
      id,
      ...Object.fromEntries(papers.map((paper, place) => [paper, (place + index) % 9 === 0 ? "不合格:没有公章" : "已交"])),
    }));
}

const cardsOf = (people: number): Partial<Card>[] =>
  Array.from({ length: Math.ceil(people / 5) }, (_, index) => ({
    number: `00${880_001 + index * 37}`,
    password: `0${73_519 + index * 911}`,
    type: "再培训",
    state: "未领",
  }));

function rowsOf(table: Table, rows: readonly object[]): [string, Value[][]] {
  const columns = Object.keys(table.columns);
  const cells = rows.map((row) => columns.map((column) => (row as Readonly<Record<string, Value>>)[column] ?? null));
  return [table.title, cells];
}

/** A new workbook with the plan of 2024 and so many invented people, their payments, papers and a pool of cards. */
export async function officeWorkbook(people: number): Promise<Buffer> {
  const units = ["示例金矿有限公司", "示例铁矿有限责任公司"].map((name) => ({ name, contact: "王会计", phone: "19900009999" }));
  const extraRows = new Map([
    rowsOf(
      TABLES.roster,
      Array.from({ length: people }, (_, index) => personAt(index)),
    ),
    rowsOf(
      TABLES.plan,
      plan2024.map((row) => ({ ...row, capacity: row.term === 3 ? Math.ceil(people / 20) : 2 * people })),
    ),
    rowsOf(TABLES.units, units),
    rowsOf(TABLES.payments, paymentsOf(people)),
    rowsOf(TABLES.papers, papersOf(people)),
    rowsOf(TABLES.cards, cardsOf(people)),
  ]);
  return newWorkbook({ planYear: 2024, workbook: "W-test", extraRows });
}
