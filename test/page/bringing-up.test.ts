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
