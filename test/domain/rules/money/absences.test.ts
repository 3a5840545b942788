import { fees } from "../../../../apps-script/domain/rules/money/fees";
import type { Enrolment } from "../../../../apps-script/domain/schema/roster";
import type { Payment } from "../../../../apps-script/domain/schema/tables";
import { titleOfRule } from "../../../../apps-script/domain/wording/rules";
import { bookOf } from "../../../support/books";
import { findingOf, runOn } from "../../../support/running";

/** 再培训班第一期 ended on 29 February, 第二期 has not begun. */
const today = "2024-03-10";
const key = "B2024-00001";
const over = "再培训班第一期";
const ahead = "再培训班第二期";
const person: Partial<Enrolment> = { name: "王某", kind: "再培训", validUntil: "2024-06-20", class: ahead };
const paid: Partial<Payment> = { amount: 300, shares: key, day: "2024-02-01" };
const back: Partial<Payment> = { amount: -300, shares: key, day: "2024-03-05" };

function run(row: Partial<Enrolment>, payments: readonly Partial<Payment>[] = [paid]) {
  const rows = payments.map((one, at) => ({ id: `F0000${at + 1}`, method: "现金", ...one }));
  const ran = runOn(fees, bookOf({ roster: [{ ...person, ...row }], payments: rows }), today);
  const [after] = ran.after.roster;
  return { ran, codes: ran.codes, state: after?.feeState ?? null, due: after?.feeDue ?? null, summary: ran.outcome.summary };
}

describe("who does not come, with money paid, is asked about", () => {
  test.each<[string, Partial<Enrolment>, string[]]>([
    ["to come", {}, []],
    ["cancelled", { state: "取消" }, ["F13"]],
    ["left", { state: "离职" }, ["F13"]],
    ["lapsed", { state: "已失效" }, ["F13"]],
    ["moved, and no new enrolment yet", { state: "转班" }, ["F13"]],
    ["未报到 ticked", { noShow: "是" }, ["F13"]],
    ["未报到 for this class", { noShow: ahead }, ["F13"]],
    ["未报到 for an earlier class: a later one is still to come", { noShow: over }, []],
    ["未报到 and no class left", { noShow: over, class: null }, ["F13"]],
    ["未报到 denied", { noShow: "否" }, []],
    ["未报到 denied in other words", { noShow: "已到" }, []],
    ["the class is over", { class: over }, ["F13"]],
    ["the class is over, and came", { class: over, reportedInOn: "2024-02-26" }, []],
    ["未报到 and came late", { class: over, noShow: over, reportedInOn: "2024-02-27" }, []],
    ["left after the training: it was given", { state: "离职", reportedInOn: "2024-02-26", trained: "是" }, []],
    ["cancelled after report-in", { state: "取消", reportedInOn: "2024-02-26" }, ["F13"]],
    ["passed", { exam: "合格" }, []],
    ["the certificate ran out, and no class was ever given", { class: null, validUntil: "2024-03-09" }, ["F09", "F13"]],
    ["it ran out before the class", { validUntil: "2024-03-09" }, ["F09", "F13"]],
    ["it ran out after the report-in", { validUntil: "2024-03-09", reportedInOn: "2024-03-08" }, ["F09"]],
    ["found lapsed by staff", { validUntil: "2026-06-20", dutyAnswer: "证书已失效" }, ["F09", "F13"]],
    ["it runs out today", { validUntil: "2024-03-10" }, []],
    ["for 初培 it plays no part", { kind: "初培", validUntil: "2024-03-09" }, []],
    ["the year's duty was done elsewhere", { dutyAnswer: "已在别处完成" }, ["F13"]],
  ])("%s", (_name, row, codes) => {
    expect(run(row).codes.filter((code) => code !== "F10")).toEqual(codes);
  });

  test("nobody is asked about where nothing was paid", () => {
    expect(run({ state: "取消" }, [])).toMatchObject({ codes: [], state: null, due: null });
  });

  test("the sentence says what to choose, and what if the person came after all", () => {
    expect(findingOf(run({ state: "离职" }).ran, "F13")).toMatchObject({
      row: key,
      column: "moneyAnswer",
      message: "王某（B2024-00001）的“报名状态”是“离职”，已缴300元还没有处理。",
      suggestion: "请在“余款处理”里选退款、留作下次或不退。",
    });
    expect(findingOf(run({ class: over }).ran, "F13")).toMatchObject({
      message: "王某（B2024-00001）没有来参加培训，已缴300元还没有处理。",
      suggestion: "请在“余款处理”里选退款、留作下次或不退；其实来过的，请点“报到”。",
    });
    expect(findingOf(run({ class: null, validUntil: "2024-03-09" }).ran, "F13")).toMatchObject({
      message: "王某（B2024-00001）的“证件有效期”2024-03-09已过，已缴300元还没有处理。",
      suggestion: "请在“余款处理”里选退款、留作下次或不退；已另建或要另建“初培”报名的选留作下次，钱会转过去。",
    });
    expect(findingOf(run({ validUntil: "2026-06-20", dutyAnswer: "证书已失效" }).ran, "F13").message).toBe(
      "王某（B2024-00001）的“年度再培训核实”是“证书已失效”，已缴300元还没有处理。",
    );
  });

  test("the title is true of who left in the middle too", () => {
    expect(titleOfRule(findingOf(run({ state: "取消", reportedInOn: "2024-02-26" }).ran, "F13").code)).toContain("不再参加");
  });

  test("what was paid for a retraining that lapsed is kept for the 初培 that follows", () => {
    const lapsed = { ...person, class: null, validUntil: "2024-03-09", idNumber: "379999198001010024", moneyAnswer: "留作下次" };
    const roster = [lapsed, { ...person, kind: "初培", validUntil: null, idNumber: "379999198001010024" }];
    const { after } = runOn(fees, bookOf({ roster, payments: [{ id: "F00001", method: "现金", ...paid }] }), today);
    expect(after.roster.map(({ feePaid, feeState }) => [feePaid, feeState])).toEqual([
      [null, "已转出"],
      [300, "部分"],
    ]);
  });
});

describe("the answer closes it", () => {
  test.each<[string, Partial<Enrolment>, Partial<Payment>[], string | null, string[]]>([
    ["不退", { state: "取消", moneyAnswer: "不退" }, [paid], "不退", []],
    ["退款, not booked yet", { state: "取消", moneyAnswer: "退款" }, [paid], "待退款", ["F14"]],
    ["退款, booked", { state: "取消", moneyAnswer: "退款" }, [paid, back], "已退款", []],
    ["退款, booked in part", { state: "取消", moneyAnswer: "退款" }, [paid, { ...back, amount: -100 }], "待退款", ["F14"]],
    ["退款, too much booked", { state: "取消", moneyAnswer: "退款" }, [paid, { ...back, amount: -400 }], "待核", ["F23"]],
    ["留作下次", { state: "取消", moneyAnswer: "留作下次" }, [paid], "留作下次", ["F15"]],
    ["a refund without an answer", { state: "取消" }, [paid, back], null, []],
    [
      "an answer ends a debt of somebody who left",
      { state: "离职", trained: "是", moneyAnswer: "不退" },
      [{ ...paid, amount: 100 }],
      "不退",
      [],
    ],
    ["no answer for who is still to come", { moneyAnswer: "退款" }, [paid], "已缴", ["F24"]],
    ["留作下次, and coming", { moneyAnswer: "留作下次" }, [paid], "已缴", []],
    ["退款, booked, and then came", { moneyAnswer: "退款", reportedInOn: "2024-03-08" }, [paid, back], "未缴", []],
    ["a word that is no answer", { state: "取消", moneyAnswer: "再说" }, [paid], "余款待定", ["F13"]],
  ])("%s", (_name, row, payments, state, codes) => {
    expect(run(row, payments)).toMatchObject({ state, codes });
  });

  test("what an answer closed is owed no more", () => {
    const left: Partial<Enrolment> = { state: "离职", trained: "是" };
    const part = [{ ...paid, amount: 100 }];
    expect(run(left, part)).toMatchObject({ due: 300, codes: ["F12"], summary: { open: 200 } });
    expect(run({ ...left, moneyAnswer: "不退" }, part)).toMatchObject({ due: null, codes: [], summary: { open: 0, paid: 100 } });
  });

  test("the refund is said with its row", () => {
    expect(findingOf(run({ state: "取消", moneyAnswer: "退款" }).ran, "F14")).toMatchObject({
      message: "王某（B2024-00001）的“余款处理”是“退款”，300元还没有退款记录。",
      suggestion: "退了以后请在“缴费”加一行：“金额”填-300，“分摊到”填B2024-00001。",
    });
  });
});

describe("a debt is called where nothing more will happen", () => {
  const came: Partial<Enrolment> = { class: over, reportedInOn: "2024-02-26" };
  test.each<[string, Partial<Enrolment>, string | null]>([
    ["on the way", came, null],
    ["lapsed after the report-in", { ...came, validUntil: "2024-03-09" }, "的“证件有效期”2024-03-09已过"],
    ["found lapsed", { ...came, validUntil: "2026-06-20", dutyAnswer: "证书已失效" }, "的“年度再培训核实”是“证书已失效”"],
    ["failed once", { ...came, trained: "是", exam: "不合格" }, null],
    ["failed twice", { ...came, trained: "是", exam: "不合格", examTries: 2 }, "考试和补考都没有通过"],
    ["never came", { class: over, validUntil: "2024-03-09" }, null],
  ])("%s", (_name, row, why) => {
    const said = run(row, []).ran.outcome.findings.flatMap(({ code, message }) => (code === "F12" ? [message] : []));
    expect(said).toEqual(why === null ? [] : [`王某（B2024-00001）${why}，应缴300元，已缴0元，还欠300元。`]);
  });
});
