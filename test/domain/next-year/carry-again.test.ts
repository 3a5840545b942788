import { withChanges } from "../../../apps-script/domain/changes/advance";
import { markCarried } from "../../../apps-script/domain/next-year/mark-carried";
import { runAll } from "../../../apps-script/domain/rules/actions";
import { contextOf } from "../../../apps-script/domain/rules/context";
import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { runOn } from "../../support/running";
import { again, JANUARY, person, withRow } from "./carried-twice";
import { oldBook } from "./rolled";

const retake: Partial<Enrolment> = { exam: "不合格", examTries: 1, state: null };

test("where nothing happened since, nothing changes", () => {
  const cards = [{ number: "K1", password: "x" }];
  const { outcome } = again({ before: { roster: [person(0), person(1, retake), person(2, { state: "离职" })], cards } });
  expect([outcome.cells, outcome.rows, outcome.findings]).toEqual([[], [], []]);
});

describe("a late change in the old year", () => {
  const late: Partial<Enrolment> = { exam: "合格", state: "已完成", newValidUntil: "2027-06-19", examOn: "2025-01-10" };

  test("goes where nobody typed, and the note about it goes", () => {
    const { after, third } = again({ before: { roster: [person(0, retake)] }, later: withRow("B2024-00001", late) });
    expect(after.roster).toMatchObject([{ id: "B2025-00001", validUntil: "2027-06-19", stateNote: null, exam: null }]);
    expect(after.history).toMatchObject([{ id: "B2024-00001", state: "合格", archivedOn: JANUARY }]);
    expect([third.cells, third.rows]).toEqual([[], []]);
  });

  test("does not go over what was typed in the new book, and is told once", () => {
    const { after, findings, third } = again({
      before: { roster: [person(0, retake)] },
      later: withRow("B2024-00001", late),
      typed: withRow("B2025-00001", { validUntil: "2027-01-01", mobile: "13911111111" }),
    });
    expect(after.roster).toMatchObject([{ validUntil: "2027-01-01", mobile: "13911111111" }]);
    expect(findings).toEqual([
      "Y01 某甲（B2025-00001）的证件有效期，上年的工作簿里现在是“2027-06-19”，本年度填的是“2027-01-01”，没有改动。",
    ]);
    expect([third.cells, third.rows, third.findings]).toEqual([[], [], []]);
  });

  test("makes a holder of somebody who passed 初培 since", () => {
    const initial: Partial<Enrolment> = { kind: "初培", validUntil: null, ...retake };
    const { after } = again({
      before: { roster: [person(0), person(1, initial)] },
      later: withRow("B2024-00002", { ...late, newValidUntil: "2028-01-09" }),
    });
    expect(after.roster.map(({ id, person: number, kind, validUntil }) => `${id} ${number} ${kind} ${validUntil}`)).toEqual([
      "B2025-00001 P00001 再培训 2026-06-20",
      "B2025-00002 P00002 再培训 2028-01-09",
    ]);
  });

  test("does not make a second row of somebody whom a unit's file brought meanwhile", () => {
    const initial: Partial<Enrolment> = { kind: "初培", validUntil: null, ...retake };
    const { after, findings } = again({
      before: { roster: [person(0, initial)] },
      later: withRow("B2024-00001", { ...late, newValidUntil: "2028-01-09" }),
      typed: (next) => ({
        ...next,
        roster: oldBook({
          roster: [person(0, { id: "B2025-00001", person: "P10001", validUntil: null, trained: null, exam: null, state: null })],
        }).roster,
      }),
    });
    expect(after.roster).toMatchObject([{ id: "B2025-00001", person: "P10001", validUntil: "2028-01-09" }]);
    expect(findings).toEqual([]);
  });

  test("of a certificate that turns out to be void is told, and the row is staff's to give up", () => {
    const { after, findings } = again({
      before: { roster: [person(0, { exam: null, state: null, trained: null })] },
      later: withRow("B2024-00001", { dutyAnswer: "证书已失效" }),
    });
    expect(after.roster).toHaveLength(1);
    expect(findings).toEqual(["Y03 某甲（B2025-00001）在2024年度的工作簿里已不再持证，本年度的报名还在。"]);
  });
});

describe("late money of the old year", () => {
  const owing = { roster: [person(0, { reportedInOn: "2024-05-14" })] };

  test("of somebody who holds nothing any more is asked for in one book alone, and staff are told once", () => {
    const { after, findings, third } = again({ before: owing, later: withRow("B2024-00001", { exam: null, state: "离职" }) });
    expect(after.payments).toMatchObject([{ id: "J2025-00001", amount: -300 }]);
    expect(findings.map((one) => one.slice(0, 3))).toEqual(["Y03"]);
    expect([third.cells, third.rows, third.findings]).toEqual([[], [], []]);
  });

  const paid = (book: Snapshot): Snapshot => ({
    ...book,
    payments: oldBook({ payments: [{ id: "F00001", amount: 300, method: "现金", shares: "B2024-00001" }] }).payments,
  });

  test("settles the debt that was carried", () => {
    const { after, third } = again({ before: owing, later: paid });
    expect(after.payments).toMatchObject([{ id: "J2025-00001", amount: 0, note: "2024年度已结清" }]);
    expect([third.cells, third.rows]).toEqual([[], []]);
  });

  test("is told where staff changed the row", () => {
    const typed = (next: Snapshot) => ({ ...next, payments: next.payments.map((row) => ({ ...row, amount: -250 })) });
    const { after, findings } = again({ before: owing, later: paid, typed });
    expect(after.payments).toMatchObject([{ amount: -250 }]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(/^Y02 /);
  });
});

test("cards that came into the old pool since go along, with their passwords past the change set", () => {
  const { after, outcome } = again({
    before: { roster: [person(0)], cards: [{ number: "K1" }] },
    later: (book) => ({ ...book, cards: oldBook({ cards: [{ number: "K1" }, { number: "K2", password: "hidden" }] }).cards }),
  });
  expect(after.cards.map(({ number }) => number)).toEqual(["K1", "K2"]);
  expect(JSON.stringify([outcome.cells, outcome.rows])).not.toContain("hidden");
  expect([...(outcome.secrets ?? [])]).toEqual([["cards\nK2", { password: "hidden" }]]);
});

test("the old book is told where it went, and its free cards are given to nobody any more", () => {
  const cards = [{ number: "K1", password: "x" }, { number: "K2" }, { number: "K3", state: "作废" as const }];
  const passed: Partial<Enrolment> = { exam: null, state: null, trained: null, booking: "通过", bookedClass: "再培训班第三期" };
  const old = oldBook({ roster: [person(0, passed)], cards });
  const { decide } = markCarried("new", ["K1", "K2"]);
  const after = withChanges(old, decide(old, contextOf(old, JANUARY)));
  expect(contextOf(after, JANUARY).settings.carriedTo).toBe("new");
  const { after: ran, codes } = runOn(runAll, after, "2024-04-20");
  expect(ran.cards.map(({ state, enrolment }) => [state, enrolment])).toEqual([
    ["已转出", null],
    ["已转出", null],
    ["作废", null],
  ]);
  expect(codes).not.toContain("C06");
  const second = decide(after, contextOf(after, JANUARY));
  expect([second.cells, second.rows]).toEqual([[], []]);
});

describe("a card that the old book gave out before it was told that its free cards are here", () => {
  const passed: Partial<Enrolment> = { exam: null, state: null, trained: null };
  const before = { roster: [person(0, passed), person(1, passed)], cards: [{ number: "K1", password: "x" }, { number: "K2" }] };
  const issued = (book: Snapshot): Snapshot => ({
    ...book,
    cards: book.cards.map((card) => (card.key === "K1" ? { ...card, state: "已领", enrolment: "B2024-00001" } : card)),
  });

  test("is free here no more", () => {
    const { after, findings, third } = again({ before, later: issued });
    expect(after.cards.map(({ number, state }) => [number, state])).toEqual([
      ["K1", "已转出"],
      ["K2", null],
    ]);
    expect([findings, third.cells, third.rows]).toEqual([[], [], []]);
  });

  test("is told where this book gave it out too", () => {
    const typed = (book: Snapshot): Snapshot => ({
      ...book,
      cards: book.cards.map((card) => (card.key === "K1" ? { ...card, state: "已领", enrolment: "B2025-00002" } : card)),
    });
    const { findings } = again({ before, later: issued, typed });
    expect(findings).toEqual(["Y05 模拟卡K1上年的工作簿里已经发出，本年度又发给了别人。"]);
  });
});
