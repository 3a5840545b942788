import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { hashOf } from "../../apps-script/domain/changes/change-set";
import { loadPlanOperation } from "../../apps-script/domain/operations/load-plan";
import { CLERK_OPERATIONS } from "../../apps-script/domain/operations/registry";
import { readSent } from "../../apps-script/domain/operations/sent-decision";
import { readPlanText } from "../../apps-script/domain/plan/read-plan";
import { snapshotOf } from "../../apps-script/domain/snapshot/snapshot";
import type { Book } from "../../apps-script/page/book/book";
import { send } from "../../apps-script/page/book/send";
import { type Proposal, proposeForm, proposeRule, proposeUndo } from "../../apps-script/page/deciding/proposal";
import { ruleOperation } from "../../apps-script/page/deciding/rule-operation";
import { perform } from "../../node-sync/src/perform";
import { addRows, edit, rowWhere, tabOf } from "../hosts/lab";
import { type Office, officeWith, openBook, TRANSPORTS, typeInto } from "./office";

const notice = readFileSync(resolve(__dirname, "../../templates/2024年培训计划.txt"), "utf8");
const FIRST = "B2024-00001";
const SECOND = "B2024-00002";
const waiting = { 申报类型: "再培训", 证件有效期: "2024-07-20", 报到日期: null };

/** Two people who wait for a class. */
const office = (): Office =>
  officeWith((tabs) => {
    const roster = tabOf(tabs, "名册");
    for (const number of [FIRST, SECOND]) {
      for (const [title, text] of Object.entries(waiting)) edit(roster, rowWhere(roster, "报名编号", number), title, text ?? "");
    }
  });

const assigning = (book: Book): Promise<Proposal> => proposeRule(book, "assign");
const classesIn = ({ lab }: Office) => snapshotOf(lab.host.read()).roster.map((row) => row.class);
const writtenBy = ({ text }: Proposal): string => hashOf(readSent(text).changes);
const ticksOf = ({ described: { choices } }: Proposal) => choices.map(({ key, isLeftOut }) => [key, !isLeftOut]);

describe.each(TRANSPORTS)("over %s", (_, connect) => {
  let here: Office;
  let book: Book;
  beforeEach(async () => {
    here = office();
    const head = { time: "2024-03-20T08:00:00+08:00", clerk: "甲", source: "菜单" } as const;
    await perform(here.lab.host, loadPlanOperation(readPlanText(notice).classes, 2024), { today: here.today, head });
    book = await openBook(connect(here));
  });

  test("one of two is left out: the other is written, the log says so, and undone all is as it was", async () => {
    const before = classesIn(here);
    const all = await assigning(book);
    expect(ticksOf(all)).toEqual([
      [FIRST, true],
      [SECOND, true],
    ]);
    const one = await all.without(new Set([FIRST]));
    expect(ticksOf(one)).toEqual([
      [FIRST, false],
      [SECOND, true],
    ]);
    expect(writtenBy(one)).not.toBe(writtenBy(all));
    expect(writtenBy(await one.without(new Set()))).toBe(writtenBy(all));
    expect(await send(book, one)).toMatchObject({ kind: "done", committed: { run: "R00002" } });
    expect(classesIn(here)).toEqual([null, expect.stringContaining("再培训班")]);
    expect(snapshotOf(here.lab.host.read()).runs[1]?.summary).toContain(`未勾选 1人（${FIRST}）`);
    await send(book, await proposeUndo(book, "R00002"));
    expect(classesIn(here)).toEqual(before);
  });

  test("somebody typed elsewhere: whoever was left out still is, and the same goes out by itself", async () => {
    const one = await (await assigning(book)).without(new Set([FIRST]));
    const tabs = await here.lab.dump();
    edit(tabOf(tabs, "名册"), rowWhere(tabOf(tabs, "名册"), "报名编号", SECOND), "手机号", "19900000002");
    await here.lab.load(tabs);
    expect(await send(book, one)).toMatchObject({ kind: "done", committed: { state: "written" } });
    expect(classesIn(here)).toEqual([null, expect.stringContaining("再培训班")]);
  });

  test("a number that was only about to be given may be another's by now, who is not left out for that", async () => {
    const tabs = await here.lab.dump();
    const newcomer = { 姓名: "王三", 证件号: "379999198201010027", 工作单位: "示例金矿", 职位: "主要负责人", ...waiting };
    addRows(tabOf(tabs, "名册"), [newcomer]);
    await here.lab.load(tabs);
    await book.read();
    const without = await (await assigning(book)).without(new Set(["B2024-00003"]));
    expect(without.described.choices.map(({ name, isLeftOut }) => [name, isLeftOut])).toContainEqual(["王三", true]);
    const later = await here.lab.dump();
    const roster = tabOf(later, "名册");
    edit(roster, rowWhere(roster, "姓名", "王三"), "姓名", "赵四");
    await here.lab.load(later);
    const ending = await send(book, without);
    if (ending.kind !== "differs") throw new Error(ending.kind);
    expect(ending.proposal.described.choices.map(({ name, isLeftOut }) => [name, isLeftOut])).toContainEqual(["赵四", false]);
  });

  test("whose name or unit was put right is still left out", async () => {
    const one = await (await assigning(book)).without(new Set([FIRST]));
    await typeInto(here, FIRST, "姓名", "张益");
    await book.read();
    expect(ticksOf(await one.again())).toEqual([
      [FIRST, false],
      [SECOND, true],
    ]);
  });

  test("whose row is gone is left out no more", async () => {
    const one = await (await assigning(book)).without(new Set([FIRST]));
    await typeInto(here, FIRST, "报名编号", "B2024-00009");
    await book.read();
    const again = await one.again();
    expect(again.leaving).toEqual([]);
    expect(ticksOf(again)).toContainEqual([SECOND, true]);
  });

  test("whoever is left out of a form still is when nobody else is left to do", async () => {
    for (const number of [FIRST, SECOND]) {
      await typeInto(here, number, "班级", "再培训班第一期");
      await typeInto(here, number, "报到日期", "2024-02-26");
    }
    await book.read();
    const complete = CLERK_OPERATIONS.find(({ id }) => id === "complete");
    if (!complete) throw new Error("no complete");
    const both = await proposeForm(book, complete, { class: ["再培训班第一期"] });
    const one = await both.without(new Set([FIRST]));
    await typeInto(here, SECOND, "考试状态", "合格");
    await book.read();
    const left = await one.again();
    expect([ticksOf(left), left.leaving.map(({ key }) => key)]).toEqual([[[FIRST, false]], [FIRST]]);
    expect((await left.again()).leaving.map(({ key }) => key)).toEqual([FIRST]);
    expect(ticksOf(await left.without(new Set()))).toEqual([]);
  });

  test("of a form, whoever is left out stays in the list, so that they can be ticked again", async () => {
    const pay = CLERK_OPERATIONS.find(({ id }) => id === "pay");
    if (!pay) throw new Error("no pay");
    const both = await proposeForm(book, pay, { people: ["张一", "李二"], amount: ["600"], method: ["现金"] });
    const one = await both.without(new Set([SECOND]));
    expect(ticksOf(one)).toEqual([
      [FIRST, true],
      [SECOND, false],
    ]);
    expect(Object.keys(one.done?.people ?? {})).toEqual([FIRST]);
    const nobody = await one.without(new Set([FIRST, SECOND]));
    expect([nobody.described.isNothing, ticksOf(nobody).map(([, isTicked]) => isTicked)]).toEqual([true, [false, false]]);
    expect(writtenBy(await nobody.without(new Set()))).toBe(writtenBy(both));
    expect(await send(book, one)).toMatchObject({ kind: "done" });
    expect(snapshotOf(here.lab.host.read()).payments.map(({ amount, shares }) => [amount, shares])).toEqual([[600, FIRST]]);
  });

  test("the undoing of the last run stays that of the run that was read", async () => {
    await send(book, await assigning(book));
    const undo = await proposeUndo(book, null);
    const head = { time: "2024-03-20T10:00:00+08:00", clerk: "乙", source: "菜单" } as const;
    const later = await perform(here.lab.host, ruleOperation("papers"), { today: here.today, head });
    expect(later.run).toBe("R00003");
    book.expire();
    const again = await undo.again();
    expect([undo.text, again.text].map((text) => readSent(text).changes.summary.undoes)).toEqual(["R00002", "R00002"]);
    expect([again.isOther, writtenBy(again)]).toEqual([false, writtenBy(undo)]);
  });

  test("an undoing is one decision", async () => {
    await send(book, await assigning(book));
    expect((await proposeUndo(book, null)).described.choices).toEqual([]);
  });
});
