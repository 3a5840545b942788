import { packList } from "../../apps-script/domain/changes/packing/list";
import { todayView } from "../../apps-script/domain/views/today";
import { decideBeside, decideHere, type Said, saidTo, type Task } from "../../apps-script/page/deciding/decider";
import { addRows, tabOf } from "../hosts/lab";
import { officeWith, openBook, TRANSPORTS } from "./office";

/** 待办 of a large workbook is worked out beside the page; where that can't be, the page does so itself. */

const ASKED = { clerk: "甲", since: null };
const office = () => officeWith((tabs) => addRows(tabOf(tabs, "名册"), [{ 报名编号: "B2024-00003", 姓名: "王三" }]));
const soon = (): Promise<void> => new Promise((later) => setTimeout(later, 5));

describe.each(TRANSPORTS)("over %s", (_, serverOf) => {
  test.each<[string, (task: Task) => Said | null]>([
    ["worked out beside the page", saidTo],
    ["not worked out beside the page", () => null],
  ])("%s, the screen shows at last what it would have shown at once", async (_name, said) => {
    const answers: ((said: Said | null) => void)[] = [];
    const tasks: Task[] = [];
    const beside = decideBeside((task) => {
      tasks.push(task);
      return new Promise((answer) => answers.push(answer));
    });
    const book = await openBook(serverOf(office()), {
      ...decideHere,
      todo: (question) => beside.todo({ ...question, tabs: [...question.tabs, FILLER] }),
    });
    const news: number[] = [];
    book.onNews = () => void news.push(book.view(todayView, ASKED).lines.length);
    expect([tasks.length, book.view(todayView, ASKED).lines]).toEqual([0, []]);
    await soon();
    expect([tasks.length, book.isBringingUp, news]).toEqual([1, true, [0]]);
    const [asked] = tasks;
    answers[0]?.(asked ? said({ ...asked, tabs: asked.tabs.slice(0, -1) }) : null);
    await soon();
    const here = await openBook(serverOf(office()));
    const { lines } = here.view(todayView, ASKED);
    expect(lines.length).toBeGreaterThan(0);
    expect([book.isBringingUp, news, book.view(todayView, ASKED).lines]).toEqual([false, [0, lines.length], lines]);
  });

  test.each([
    ["before a screen has asked", false],
    ["while it is worked out for a screen", true],
  ])("what is given away %s is made of 待办 as it is now", async (_when, isAskedBefore) => {
    const beside = decideBeside(async (task) => {
      await soon();
      return saidTo({ ...task, tabs: task.tabs.slice(0, -1) });
    });
    const book = await openBook(serverOf(office()), {
      ...decideHere,
      todo: (question) => beside.todo({ ...question, tabs: [...question.tabs, FILLER] }),
    });
    if (isAskedBefore) expect(book.view(todayView, ASKED).lines).toEqual([]);
    const { lines } = (await openBook(serverOf(office()))).view(todayView, ASKED);
    expect(lines.length).toBeGreaterThan(0);
    expect(await book.upToNow(() => book.snapshot.roster.length)).toBe(3);
    expect(book.isBringingUp).toBe(isAskedBefore);
    expect((await book.upToNow(() => todayView(book.snapshot, book.context, ASKED))).lines).toEqual(lines);
    expect(book.isBringingUp).toBe(false);
  });

  test("what staff wait for goes first: 待办 is given up for a decision, and brought up after it", async () => {
    const asked: { readonly task: Task; readonly answer: (said: Said | null) => void; readonly givenUp: AbortSignal }[] = [];
    const beside = decideBeside(
      (task, givenUp) =>
        new Promise((answer) => {
          asked.push({ task, answer, givenUp });
          givenUp.addEventListener("abort", () => answer(null));
        }),
    );
    const filled = <T extends Pick<Task, "tabs">>(question: T): T => ({ ...question, tabs: [...question.tabs, FILLER] });
    const book = await openBook(serverOf(office()), {
      decide: (question) => beside.decide(filled(question)),
      todo: (question) => beside.todo(filled(question)),
    });
    book.view(todayView, ASKED);
    await soon();
    const wish = { kind: "rule", id: "todo" } as const;
    const decided = beside.decide({
      ...{ ...filled({ tabs: [] }), wish, leaving: [], today: "2024-03-20", closed: [] },
      ...{ build: "", clerk: "", since: null, isAgain: false },
    });
    await soon();
    expect(asked.map(({ task, givenUp }) => ["kind" in task, givenUp.aborted])).toEqual([
      [true, true],
      [false, false],
    ]);
    asked[1]?.answer({ is: "refused", code: "no-action", reasons: ["没有。"] });
    await expect(decided).rejects.toThrow("没有");
    await soon();
    const again = asked[2];
    expect([asked.length, again && "kind" in again.task, book.isBringingUp]).toEqual([3, true, true]);
    if (again) again.answer(saidTo({ ...again.task, tabs: again.task.tabs.slice(0, -1) }));
    await soon();
    expect([book.isBringingUp, book.view(todayView, ASKED).lines.length > 0]).toEqual([false, true]);
  });

  test("a small workbook is brought up to now at once", async () => {
    const book = await openBook(
      serverOf(office()),
      decideBeside(() => Promise.reject(new Error("nobody asks"))),
    );
    expect(book.view(todayView, ASKED).lines.length).toBeGreaterThan(0);
    expect(book.isBringingUp).toBe(false);
  });
});

/** It makes a workbook large. */
const FILLER = {
  ...{ title: "很长的表", headerRow: 1, header: [] },
  at: packList(Array.from({ length: 10_000 }, (_, at) => `${at % 7}·${at % 11}·${at}`)),
  columns: [[0, packList(Array.from({ length: 10_000 }, (_, at) => `${at}号`))] as const],
};
