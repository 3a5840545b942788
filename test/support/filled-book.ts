import fc from "fast-check";
import {
  BOOKING_STATES,
  CARD_STATES,
  ENROLMENT,
  EXAM_STATES,
  KINDS,
  MONEY_ANSWERS,
  PAYMENT_METHODS,
} from "../../apps-script/domain/schema/allowed";
import type { Card, Enrolment, PapersRow, Payment, Unit } from "../../apps-script/domain/schema/index";
import { PAPER_COLUMNS } from "../../apps-script/domain/schema/paper-columns";
import type { Snapshot } from "../../apps-script/domain/snapshot/snapshot";
import { idOf } from "../domain/people/residents";
import { bookOf, plan2024 } from "./books";

/** The people of a filled book, by name. */
export const FILLED = ["赵一", "钱二", "孙三", "李四"] as const;
const CLASSES = ["再培训班第二期", "再培训班第三期", "培训班第一期"];

const spring = fc
  .tuple(fc.integer({ min: 3, max: 5 }), fc.integer({ min: 1, max: 28 }))
  .map(([month, day]) => `2024-0${month}-${String(day).padStart(2, "0")}`);
const words = fc.constantFrom("甲", "乙丙", "某处");
/** Mostly filled: an empty cell has nothing to lose. */
const mostly = <T>(one: fc.Arbitrary<T>) => fc.option(one, { freq: 5 });

/** The columns of a row, each with something that may stand in it. */
const cells = <R>(arbitraries: { readonly [C in keyof R]?: fc.Arbitrary<R[C]> }): fc.Arbitrary<Partial<R>> =>
  fc.record(arbitraries as Record<string, fc.Arbitrary<unknown>>) as fc.Arbitrary<Partial<R>>;

const enrolment = cells<Enrolment>({
  kind: fc.constantFrom("再培训" as const, ...KINDS),
  unit: fc.constantFrom("甲矿有限公司", "乙矿"),
  post: fc.constantFrom("主要负责人" as const, "安全生产管理人员" as const),
  education: mostly(fc.constant("大专" as const)),
  certificate: mostly(fc.constantFrom("证001", "证002")),
  validUntil: mostly(fc.constantFrom("2024-05-20", "2024-06-20", "2026-05-20")),
  note: mostly(words),
  lockedClass: mostly(fc.constantFrom(...CLASSES)),
  preRegisteredOn: mostly(spring),
  preRegisteredClass: mostly(fc.constantFrom(...CLASSES)),
  booking: mostly(fc.constantFrom(...BOOKING_STATES)),
  bookedClass: mostly(fc.constantFrom(...CLASSES)),
  bookedOn: mostly(spring),
  refusal: mostly(words),
  cardTakenOn: mostly(spring),
  cardBoundOn: fc.option(spring),
  reportedInOn: fc.option(spring, { freq: 2 }),
  noShow: fc.option(fc.constantFrom(...CLASSES), { freq: 1 }),
  trained: mostly(fc.constantFrom("是", "2024-03-29")),
  exam: mostly(fc.constantFrom(...EXAM_STATES)),
  examTries: mostly(fc.constantFrom(1, 2)),
  examOn: mostly(spring),
  score: mostly(fc.constantFrom(60, 72, 88)),
  examPlace: mostly(words),
  sittings: fc.option(fc.constantFrom("2024-02-20 不合格 70分 某处", "2024-02-20 缺考"), { freq: 1 }),
  issuedOn: mostly(spring),
  newValidUntil: mostly(fc.constantFrom("2024-05-20", "2027-05-20")),
  state: fc.constantFrom(null, null, ENROLMENT.live, ENROLMENT.cancelled, ENROLMENT.done),
  agreedFee: mostly(fc.constantFrom(100, 250)),
  moneyAnswer: mostly(fc.constantFrom(...MONEY_ANSWERS)),
  toldClass: mostly(fc.constantFrom(...CLASSES)),
  stateNote: mostly(words),
  class: mostly(fc.constantFrom(...CLASSES)),
});
const paper = cells<PapersRow>(
  Object.fromEntries(PAPER_COLUMNS.map((column) => [column, mostly(fc.constantFrom("已交", "不合格:看不清", "不适用"))])),
);
const card = cells<Card>({
  state: fc.constantFrom(...CARD_STATES),
  subject: mostly(words),
  rebinds: fc.option(fc.constantFrom(0, 1)),
  note: mostly(words),
});
const payment = cells<Payment>({
  day: spring,
  amount: fc.constantFrom(100, 300, 600),
  method: fc.constantFrom(...PAYMENT_METHODS),
  payer: mostly(words),
  receipt: mostly(fc.constantFrom("001", "002")),
  invoiced: mostly(fc.constantFrom("是" as const, "否" as const)),
  invoice: fc.option(fc.constantFrom("24370001")),
  invoicedOn: mostly(spring),
  note: mostly(words),
});
const unit = cells<Unit>({
  contact: mostly(words),
  phone: mostly(fc.constant("0535-0000001")),
  email: mostly(fc.constant("a@example.cn")),
  category: mostly(words),
  status: mostly(fc.constantFrom("待确认", "已确认")),
});

/** A book whose rows hold whatever people may have typed into them: what nobody touches must be there afterwards. */
export const filledBook: fc.Arbitrary<Snapshot> = fc
  .record({
    roster: fc.tuple(enrolment, enrolment, enrolment, enrolment),
    papers: fc.tuple(paper, paper, paper, paper),
    cards: fc.tuple(card, card, card, card),
    payments: fc.tuple(payment, payment, payment, payment),
    units: fc.tuple(unit, unit),
    place: fc.constantFrom("度假村", null),
  })
  .map(({ roster, papers, cards, payments, units: [first, second], place }) => {
    const key = (at: number) => `B2024-0000${at + 1}`;
    return bookOf({
      plan: plan2024.map((one) => ({ ...one, place, capacity: 30, bookingChecked: "2024-03-25" })),
      roster: roster.map((row, at) => ({
        ...row,
        name: FILLED[at] ?? "",
        idNumber: idOf("19800101", at + 1),
        mobile: `1990000100${at}`,
        person: `P0000${at + 1}`,
        card: `K${at + 1}`,
      })),
      papers: papers.map((row, at) => ({ ...row, id: key(at) })),
      cards: cards.map((row, at) => ({ ...row, number: `K${at + 1}`, enrolment: key(at) })),
      payments: payments.map((row, at) => ({ ...row, id: `F0000${at + 1}`, shares: key(at) })),
      units: [
        { ...first, name: "甲矿有限公司", aliases: "甲矿", reportsFor: "乙矿" },
        { ...second, name: "乙矿" },
        { name: "丙矿", contact: "某人" },
      ],
    });
  });
