import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { loadPlanOperation } from "../../apps-script/domain/operations/load-plan";
import { readPlanText } from "../../apps-script/domain/plan/read-plan";
import type { Book } from "../../apps-script/page/book/book";
import { send } from "../../apps-script/page/book/send";
import { decideHere } from "../../apps-script/page/deciding/decider";
import { type Proposal, proposeRule } from "../../apps-script/page/deciding/proposal";
import type { Report } from "../../apps-script/page/report/view";
import { sentenceOf } from "../../apps-script/page/sentences";
import { Stage } from "../../apps-script/page/stage";
import { ShownProposal } from "../../apps-script/page/steps/shown-proposal";
import type { Ticking } from "../../apps-script/page/steps/ticking";
import { APPLY } from "../../apps-script/page/wording/page";
import { perform } from "../../node-sync/src/perform";
import { edit, rowWhere, tabOf } from "../hosts/lab";
import { type Office, officeWith, openBook, TRANSPORTS, typeInto } from "./office";

/** Ticks that are taken away while something else goes on. */

const notice = readFileSync(resolve(__dirname, "../../templates/2024年培训计划.txt"), "utf8");
const FIRST = "B2024-00001";
const SECOND = "B2024-00002";
const waiting = { 申报类型: "再培训", 证件有效期: "2024-07-20", 报到日期: "" };

/** What is shown of a preview, and what happens once while it is decided next. */
interface Shown {
  readonly here: Office;
  readonly book: Book;
  readonly proposal: Proposal;
  readonly stage: Stage;
  readonly shown: ShownProposal;
  readonly ticks: Ticking;
  readonly report: () => Report;
  readonly canSend: () => boolean;
  meanwhile: () => void;
}

/** A preview of two people who get a class. */
async function preview(): Promise<Shown> {
  const [first] = TRANSPORTS;
  if (!first) throw new Error("no transport");
  const here = officeWith((tabs) => {
    const roster = tabOf(tabs, "名册");
    for (const number of [FIRST, SECOND]) {
      for (const [title, text] of Object.entries(waiting)) edit(roster, rowWhere(roster, "报名编号", number), title, text);
    }
  });
  const head = { time: "2024-03-20T08:00:00+08:00", clerk: "甲", source: "菜单" } as const;
  await perform(here.lab.host, loadPlanOperation(readPlanText(notice).classes, 2024), { today: here.today, head });
  const happening = { meanwhile: (): void => undefined };
  const book = await openBook(first[1](here), {
    ...decideHere,
    decide: async (question) => {
      const answer = await decideHere.decide(question);
      const { meanwhile } = happening;
      happening.meanwhile = () => undefined;
      meanwhile();
      return answer;
    },
  });
  const proposal = await proposeRule(book, "assign");
  const stage = new Stage((error) => sentenceOf(error, "file"));
  const drawn: { report: Report; ticks: Ticking }[] = [];
  const look = (): { report: Report; ticks: Ticking } => {
    stage.step?.content();
    const last = drawn[drawn.length - 1];
    if (!last) throw new Error("nothing is drawn");
    return last;
  };
  const shown = new ShownProposal(stage, proposal, {
    leading: [],
    draw: (report, ticks) => drawn.push({ report, ticks }) && {},
    apply: () => undefined,
    refresh: () => undefined,
  });
  shown.show();
  const canSend = () => stage.step?.buttons.some(({ text }) => text === APPLY) === true;
  return Object.assign(happening, {
    here,
    book,
    proposal,
    stage,
    shown,
    canSend,
    ticks: look().ticks,
    report: () => look().report,
  });
}

/** The workbook says something else, so that another class is decided. */
async function changeElsewhere({ here, book }: Shown): Promise<void> {
  await typeInto(here, SECOND, "证件有效期", "2024-11-20");
  await book.read();
}

const leftOut = ({ report }: Shown) => report().choices.flatMap(({ key, isLeftOut }) => (isLeftOut ? [key] : []));
const decided = (): Promise<void> => new Promise((done) => setTimeout(done, 700));

test("a tick that is taken away while the workbook is decided anew is decided next", async () => {
  const page = await preview();
  await changeElsewhere(page);
  page.meanwhile = () => page.ticks.set([FIRST], false);
  await page.shown.decideAgain();
  expect(page.report().notice).not.toBeNull();
  expect([page.ticks.isTicked(FIRST), page.canSend()]).toEqual([false, false]);
  await decided();
  expect([leftOut(page), page.canSend()]).toEqual([[FIRST], true]);
});

test("ticks that wait are no change of the workbook", async () => {
  const page = await preview();
  page.ticks.set([FIRST], false);
  await page.book.read();
  await page.shown.decideAgain();
  expect(page.report().notice).toBeNull();
  await decided();
  expect([page.report().notice, leftOut(page)]).toEqual([null, [FIRST]]);
});

test("a tick that is taken away while it is sent and sent again is not sent without", async () => {
  const page = await preview();
  const { here, book, proposal, shown } = page;
  await typeInto(here, SECOND, "手机号", "19900000002");
  page.meanwhile = () => page.ticks.set([FIRST], false);
  const ending = await send(book, proposal, () => shown.isStill(proposal));
  if (ending.kind !== "differs") throw new Error(ending.kind);
  shown.giveWayTo(ending.proposal);
  expect([page.ticks.isTicked(FIRST), page.canSend()]).toEqual([false, false]);
  await decided();
  expect([leftOut(page), page.canSend()]).toEqual([[FIRST], true]);
});

test("nobody is led back to a preview that they have left", async () => {
  const page = await preview();
  await changeElsewhere(page);
  const other = { title: "另一页", content: () => null, buttons: [] };
  page.meanwhile = () => page.stage.show(other);
  await page.shown.decideAgain();
  expect(page.stage.step).toBe(other);
});
