import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import type { Card, Payment, Unit } from "../../../apps-script/domain/schema/tables";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { idOf } from "../../domain/people/residents";
import { bookOf, papersIn } from "../books";

export const PRINTED_CLASS = "再培训班第三期";
export const PRINTED_ON = "2024-05-20";

/** Names as they come: long, with characters that few types have, and one that is HTML. */
export const NAMES = ["买买提·阿不都拉·热合曼", "𠮷田龘", "王某", '<b>李</b>&"某'];
/** Units, one of thirty characters. */
export const UNITS = ["示例黄金矿业有限责任公司第二采矿工程分公司安全生产科技中心部", "甲矿", "<i>乙矿</i>"];

const numberOf = (at: number): string => `B2024-${String(at + 1).padStart(5, "0")}`;
const cardOf = (at: number): string => `0O1lI${String(at).padStart(5, "0")}`;

/** A class through which everybody has gone to the end, so that everybody stands on every paper of it. */
export function printedBook(people: number): Snapshot {
  const each = Array.from({ length: people }, (_, at) => at);
  const roster = each.map(
    (at): Partial<Enrolment> => ({
      ...{ name: NAMES[at % NAMES.length] ?? null, unit: UNITS[at % UNITS.length] ?? null, post: "安全生产管理人员" },
      ...{ idType: "居民身份证", idNumber: idOf("19800101", at % 1000), mobile: `199${String(at).padStart(8, "0")}` },
      ...{ kind: "再培训", validUntil: "2024-07-15", class: PRINTED_CLASS, booking: "通过", bookedClass: PRINTED_CLASS },
      ...{ reportedInOn: "2024-05-14", trained: "是", card: cardOf(at), exam: "合格", examOn: "2024-05-18", score: 88 },
      ...{ feeDue: 300, feePaid: 300 },
    }),
  );
  const cards = each.map(
    (at): Partial<Card> => ({
      number: cardOf(at),
      password: `Il1O0${String(at).padStart(3, "0")}`,
      enrolment: numberOf(at),
      type: "再培训",
    }),
  );
  const payments = each.map(
    (at): Partial<Payment> => ({
      ...{ id: `F${String(at + 1).padStart(5, "0")}`, day: PRINTED_ON, amount: 300, method: "现金" },
      ...{ payer: UNITS[at % UNITS.length] ?? null, shares: numberOf(at), clerk: "甲" },
    }),
  );
  const units = UNITS.map((name): Partial<Unit> => ({ name }));
  return bookOf({ roster, cards, payments, units, papers: each.map((at) => papersIn(numberOf(at))) });
}
