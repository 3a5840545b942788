import { type Card, type Enrolment, TABLES, type Table, type Unit } from "../../apps-script/domain/schema/index";
import type { Value } from "../../apps-script/domain/snapshot/value";
import { newWorkbook } from "../../node-sync/src/workbook/new-workbook";
import { idOf } from "../domain/merge/lists";

export const SENT_UNITS = ["甲矿业有限公司", "乙矿业有限公司", "丙/金矿"] as const;

/** Somebody of unit `place`, whose name, id, mobile and card occur nowhere else. */
export function sentPerson(place: number, serial: number): Partial<Enrolment> {
  const index = place * 10 + serial;
  const id = `B2024-${String(index).padStart(5, "0")}`;
  return {
    ...{ id, person: `P${String(index).padStart(5, "0")}`, name: `${"赵钱孙"[place]}${"安平志晓立文海建永春"[serial]}某` },
    ...{ idType: "居民身份证", idNumber: idOf(100 + index), mobile: `199${String(index * 7919).padStart(8, "0")}` },
    ...{ unit: SENT_UNITS[place] ?? null, post: serial % 2 === 0 ? "主要负责人" : "安全生产管理人员", education: "大专" },
    ...{ kind: "再培训", certificate: `证${index}号`, validUntil: serial === 3 ? "2024年6月" : "2024-06-15" },
    ...{ class: "再培训班第三期", light: "正常", lastSafeBookingDay: "2024-05-09", feeDue: 300, feeState: "未缴" },
    ...{ progress: "已预报名", missingPapers: serial === 1 ? "申报上传：缺推荐表（公章、签名指印）" : null },
    ...{ note: serial === 2 ? "=1+1" : null, card: serial < 2 ? `K88${String(index).padStart(3, "0")}` : null },
  };
}

export const SENT_PEOPLE = SENT_UNITS.flatMap((_, place) =>
  Array.from({ length: 5 }, (_all, serial) => sentPerson(place, serial)),
);

export const SENT_CARDS: readonly Partial<Card>[] = SENT_PEOPLE.filter(({ card }) => typeof card === "string").map(
  ({ id, card }) => ({
    ...{ number: card ?? null, password: `pw${String(card).slice(1)}zz`, subject: "安全 <生产> & 管理", type: "再培训" },
    ...{ state: "已领", enrolment: id ?? null, validUntil: "2024-09-30" },
  }),
);

const CONTACTS: readonly Partial<Unit>[] = SENT_UNITS.map((name, index) => ({
  ...{ name, aliases: index === 0 ? "甲矿" : null, contact: `联系人${index}号`, phone: `0379-600${index}00` },
}));

function rowsOf(table: Table, rows: readonly object[]): [string, Value[][]] {
  const columns = Object.keys(table.columns);
  return [table.title, rows.map((row) => columns.map((column) => (row as Readonly<Record<string, Value>>)[column] ?? null))];
}

/** A workbook whose three units have five people each, with cards for two of them. */
export function sentOffice(more: readonly Partial<Enrolment>[] = []): Promise<Buffer> {
  const extraRows = new Map([
    rowsOf(TABLES.units, CONTACTS),
    rowsOf(TABLES.roster, [...SENT_PEOPLE, ...more]),
    rowsOf(TABLES.cards, SENT_CARDS),
  ]);
  return newWorkbook({ planYear: 2024, workbook: "w-sent", extraRows });
}
