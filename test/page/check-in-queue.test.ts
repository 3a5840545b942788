import { readFileSync } from "node:fs";
import { join } from "node:path";
import { snapshotOf } from "../../apps-script/domain/snapshot/snapshot";
import type { Book } from "../../apps-script/page/book/book";
import { send } from "../../apps-script/page/book/send";
import { DeskState } from "../../apps-script/page/check-in/desk-state";
import { proposePlan } from "../../apps-script/page/deciding/proposal";
import { Stage } from "../../apps-script/page/stage";
import { addRows, type LabTab, tabOf } from "../hosts/lab";
import { lost, type Office, officeWith, once, openBook, TRANSPORTS, typeInto } from "./office";

/** 报到: what becomes of people in the queue when something goes wrong on the way into the workbook. */

const CLASS = "再培训班第三期";
const DAY = "2024-05-14";
const notice = readFileSync(join(__dirname, "../fixtures/notice-2024.txt"), "utf8");

/** Somebody who has paid nothing yet and may come. */
const comer = (number: number, name: string) => ({
  ...{ 报名编号: `B2024-0010${number}`, 人员编号: `P0010${number}`, 姓名: name, 证件号: `3706021980010110${20 + number}` },
  ...{ 工作单位: "示例采石场", 职位: "主要负责人", 申报类型: "再培训", 证件有效期: "2024-08-15" },
  ...{ 班级: CLASS, 省厅预约状态: "通过", 省厅预约班级: CLASS },
});
const [JIA, YI, BING] = ["B2024-00101", "B2024-00102", "B2024-00103"] as const;

function withComers(tabs: LabTab[]): void {
  addRows(tabOf(tabs, "名册"), [comer(1, "赵甲"), comer(2, "钱乙"), comer(3, "孙丙")]);
}

/** Until everything that can go on by itself has. */
async function rest({ queue }: DeskState): Promise<void> {
  do await new Promise((later) => setTimeout(later, 5));
  while (queue.sending.length > 0 || (queue.waiting.length > 0 && !queue.isHalted));
  await new Promise((later) => setTimeout(later, 20));
}

describe.each(TRANSPORTS)("over %s", (_, connect) => {
  let office: Office;
  let book: Book;
  let stage: Stage;
  let state: DeskState;
  beforeEach(async () => {
    office = officeWith(withComers);
    office.today = DAY;
    book = await openBook(connect(office));
    await send(book, await proposePlan(book, { text: notice, tab: null, year: "" }));
    await book.ready();
    stage = new Stage(String);
    state = DeskState.of({ book, stage });
  });

  /** Somebody stands there, pays in cash, and is taken in. */
  function takeIn(person: string): void {
    state.take(person);
    state.draft = { ...state.draft, method: "现金" };
    expect(state.enter()).toBe(null);
  }

  const rows = () => snapshotOf(office.lab.host.read());
  const came = (): readonly string[] => rows().roster.flatMap(({ key, reportedInOn }) => (reportedInOn === DAY ? [key] : []));
  const paid = (): readonly (string | null)[] => rows().payments.map(({ shares }) => shares);
  const stuck = (): readonly string[] => state.queue.stuck.map(({ arrival, sentence }) => `${arrival.name}：${sentence}`);

  test("it is the class and the day of the plan", () => {
    expect([state.class, came(), stuck()]).toEqual([CLASS, [], []]);
  });

  test("an answer that is lost of something that was written: they are taken, and the next follow", async () => {
    office.after = once("commit", lost);
    takeIn(JIA);
    await new Promise((later) => setTimeout(later, 0));
    takeIn(YI);
    await rest(state);
    expect([came(), paid().length, stuck(), state.queue.isHalted]).toEqual([[JIA, YI], 2, [], false]);
    expect(state.queue.taken.map(({ run, arrivals }) => [run, arrivals[0]?.name])).toEqual([
      ["R00003", "钱乙"],
      ["R00002", "赵甲"],
    ]);
  });

  test("a call that is lost: nothing is written, all stop, and whoever comes then waits until staff go on", async () => {
    office.before = once("commit", lost);
    takeIn(JIA);
    await rest(state);
    expect(stuck()).toEqual([expect.stringMatching(/^赵甲：没有收到回答.*没有写入/u)]);
    takeIn(YI);
    await rest(state);
    expect([came(), state.queue.isHalted, state.queue.waiting.map(({ name }) => name)]).toEqual([[], true, ["钱乙"]]);
    state.queue.goOn();
    await rest(state);
    expect([came(), state.queue.isHalted]).toEqual([[YI], false]);
    const [first] = state.queue.stuck;
    if (!first) throw new Error("Nobody is held.");
    state.lookAgain(first.arrival);
    state.enter();
    await rest(state);
    expect([came(), paid().length, stuck()]).toEqual([[JIA, YI], 2, []]);
  });

  test("where the log does not answer either nobody knows, and nothing follows by itself", async () => {
    const noLine = (name: string): void => {
      if (name === "commit" || name === "read") lost();
    };
    office.before = noLine;
    takeIn(JIA);
    await rest(state);
    takeIn(YI);
    office.before = () => undefined;
    await rest(state);
    expect(stuck()).toEqual([expect.stringMatching(/^赵甲：没有收到回答，操作记录也读不到/u)]);
    expect([came(), state.queue.isHalted]).toEqual([[], true]);
  });

  test("cut off in the middle: the run is named and nobody does it twice; the next run writes the rest", async () => {
    office.before = once("commit", () => {
      office.lab.host.cutAfter = 1;
    });
    office.after = once("commit", lost);
    takeIn(JIA);
    await rest(state);
    expect(stuck()).toEqual([expect.stringMatching(/^赵甲：没有收到回答。R00002 没有写完/u)]);
    expect(state.queue.isHalted).toBe(true);
    takeIn(YI);
    state.queue.goOn();
    await rest(state);
    expect([came(), paid().length, state.queue.isHalted]).toEqual([[JIA, YI], 2, false]);
  });

  test("a group of whom one is refused is parted: the others are taken, and it is said why one is not", async () => {
    await typeInto(office, YI, "报名状态", "离职");
    await book.read();
    await stage.whileSaying("", async () => {
      takeIn(JIA);
      takeIn(YI);
      takeIn(BING);
    });
    await rest(state);
    expect([came(), state.queue.isHalted]).toEqual([[JIA, BING], false]);
    expect(stuck()).toEqual([expect.stringMatching(/^钱乙：.*离职/u)]);
  });

  /** Takes somebody in whose call is not answered before it is released. */
  async function takeInHeld(key: string): Promise<() => void> {
    let release: () => void = () => undefined;
    const held = new Promise<void>((done) => {
      release = done;
    });
    office.before = once("commit", () => held);
    takeIn(key);
    await new Promise((later) => setTimeout(later, 20));
    return release;
  }

  test("whoever changed meanwhile is held alone", async () => {
    const release = await takeInHeld(JIA);
    takeIn(YI);
    takeIn(BING);
    await typeInto(office, YI, "省厅预约状态", "退回");
    release();
    await rest(state);
    expect([came(), state.queue.isHalted]).toEqual([[JIA, BING], false]);
    expect(stuck()).toEqual(["钱乙：这个人的情况刚才变了，没有办，请再看一遍。"]);
    state.lookAgain(state.queue.stuck[0]?.arrival ?? lost());
    expect(state.facts?.concerns.join("")).toContain("退回");
  });

  test("where others keep writing it stops after three rounds, and nothing is written", async () => {
    let count = 0;
    office.before = (name) => (name === "commit" ? typeInto(office, "B2024-00002", "备注", `第${++count}次`) : undefined);
    takeIn(JIA);
    await rest(state);
    expect([came(), state.queue.isHalted, count]).toEqual([[], true, 3]);
    expect(stuck()).toEqual([expect.stringContaining("别人一直在改这本工作簿")]);
  });

  test("who waits is taken back out of the queue; who is on the way is not", async () => {
    const release = await takeInHeld(JIA);
    takeIn(YI);
    expect(state.queue.takeBack()?.name).toBe("钱乙");
    expect(state.queue.takeBack()).toBe(null);
    release();
    await rest(state);
    expect([came(), stuck()]).toEqual([[JIA], []]);
  });

  test("while the page does something else with the workbook, they wait, and go out as one run", async () => {
    await stage.whileSaying("", async () => {
      takeIn(JIA);
      takeIn(YI);
      await new Promise((later) => setTimeout(later, 20));
      expect([came(), state.queue.waiting.length]).toEqual([[], 2]);
    });
    await rest(state);
    expect([came(), rows().runs.length, paid().length]).toEqual([[JIA, YI], 2, 2]);
  });
});
