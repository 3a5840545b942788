import { CLERK_OPERATIONS } from "../../apps-script/domain/operations/registry";
import { snapshotOf } from "../../apps-script/domain/snapshot/snapshot";
import { type Book, OutdatedPage } from "../../apps-script/page/book/book";
import { type Ending, isTaken, send } from "../../apps-script/page/book/send";
import { type Proposal, proposeForm, proposeUndo } from "../../apps-script/page/deciding/proposal";
import { perform } from "../../node-sync/src/perform";
import { lost, type Office, officeWith, once, openBook, TRANSPORTS, typeInto } from "./office";

const pay = CLERK_OPERATIONS.find(({ id }) => id === "pay");

function payment(book: Book, amount = "300"): Promise<Proposal> {
  if (!pay) throw new Error("no pay");
  return proposeForm(book, pay, { people: ["张一"], amount: [amount], method: ["现金"] });
}

const rowsOf = ({ lab }: Office) => snapshotOf(lab.host.read());

describe.each(TRANSPORTS)("over %s", (_, connect) => {
  let office: Office;
  let book: Book;
  beforeEach(async () => {
    office = officeWith();
    book = await openBook(connect(office));
  });

  test("what is fresh is decided without a call, and sent with one", async () => {
    const proposal = await payment(book);
    await payment(book, "100");
    expect(office.calls).toEqual(["open", "read"]);
    expect(await send(book, proposal)).toMatchObject({ kind: "done", committed: { state: "written", run: "R00001" } });
    expect(office.calls).toEqual(["open", "read", "commit"]);
    expect(rowsOf(office).payments.map(({ amount }) => amount)).toEqual([300]);
    await book.ready();
    expect(office.calls).toEqual(["open", "read", "commit", "read"]);
  });

  test("when somebody typed elsewhere, the same decision goes out again by itself", async () => {
    const proposal = await payment(book);
    await typeInto(office, "B2024-00002", "手机号", "19900000002");
    expect(await send(book, proposal)).toMatchObject({ kind: "done", committed: { state: "written", run: "R00001" } });
    expect(office.calls.slice(2)).toEqual(["commit", "read", "commit"]);
  });

  test("when something else is decided by now, nothing is written, and the new preview says what differs", async () => {
    const proposal = await payment(book);
    const meanwhile = await openBook(connect(office));
    await send(meanwhile, await payment(meanwhile, "100"));
    const ending = await send(book, proposal);
    if (ending.kind !== "differs") throw new Error(ending.kind);
    expect(rowsOf(office).payments.map(({ amount }) => amount)).toEqual([100]);
    const [list] = ending.proposal.described.differences;
    expect(list?.title).toBe("和刚才的预览不同的地方");
    expect(list?.facts.map(({ label }) => label)).toEqual(expect.arrayContaining(["缴费 F00002 金额", "缴费 F00001 金额"]));
    expect(await send(book, ending.proposal)).toMatchObject({ kind: "done", committed: { run: "R00002" } });
  });

  test("it goes out three times at most", async () => {
    const proposal = await payment(book);
    let count = 0;
    office.before = (name) => (name === "commit" ? typeInto(office, "B2024-00002", "手机号", `1990000000${count++}`) : undefined);
    expect(await send(book, proposal)).toEqual({ kind: "restless" });
    expect(office.calls.filter((name) => name === "commit")).toHaveLength(3);
    expect(rowsOf(office).payments).toEqual([]);
  });

  test("midnight between preview and press: the workbook is read anew, and what was agreed to stays of its day", async () => {
    const proposal = await payment(book);
    office.today = "2024-03-21";
    expect(await send(book, proposal)).toMatchObject({ kind: "done", committed: { run: "R00001" } });
    expect(office.calls.slice(2)).toEqual(["commit", "read", "commit"]);
    expect([book.held.today, rowsOf(office).payments[0]?.day]).toEqual(["2024-03-21", "2024-03-20"]);
  });

  test("an answer that is lost is looked up in the log: it was written", async () => {
    office.after = once("commit", lost);
    expect(await send(book, await payment(book))).toEqual({ kind: "unanswered", fate: { state: "written", run: "R00001" } });
    expect(rowsOf(office).payments).toHaveLength(1);
  });

  test("a call that is lost: it was not written, and can be sent again", async () => {
    office.before = once("commit", lost);
    const proposal = await payment(book);
    expect(await send(book, proposal)).toEqual({ kind: "unanswered", fate: { state: "absent", run: null } });
    expect(await send(book, proposal)).toMatchObject({ kind: "done", committed: { run: "R00001" } });
  });

  test("cut off in the middle: the log says so, and the next run of anybody writes the rest", async () => {
    office.before = once("commit", () => {
      office.lab.host.cutAfter = 1;
    });
    office.after = once("commit", lost);
    expect(await send(book, await payment(book))).toEqual({ kind: "unanswered", fate: { state: "unfinished", run: "R00001" } });
    office.after = () => undefined;
    const other = await openBook(connect(office));
    const next = await proposeForm(other, pay ?? lost(), { people: ["李二"], amount: ["300"], method: ["现金"] });
    const ending = await send(other, next);
    expect(ending.kind).toBe("differs");
    expect(rowsOf(office).payments).toHaveLength(1);
  });

  test("where the log does not answer either, nobody knows", async () => {
    office.before = (name) => (name === "open" ? undefined : lost());
    expect(await send(book, await payment(book))).toEqual({ kind: "unanswered", fate: null });
  });

  test("a page that is older than the program says so, at a reading and at a commit; what is held stays", async () => {
    const proposal = await payment(book);
    office.build = "a newer one";
    await expect(send(book, proposal)).rejects.toThrow(OutdatedPage);
    await expect(book.read()).rejects.toThrow(OutdatedPage);
    expect(rowsOf(office).payments).toEqual([]);
    expect(book.held.tabs.length).toBeGreaterThan(5);
  });

  test("a refused decision is its sentence", async () => {
    office.before = once("commit", () => {
      const lock = office.lab.host.lock.bind(office.lab.host);
      office.lab.host.lock = () => {
        office.lab.host.lock = lock;
        throw new Error("gone");
      };
    });
    await expect(send(book, await payment(book))).rejects.toThrow("没有预料到的错误（gone）");
  });

  test("a run is taken back out of its change set, which is read for that alone", async () => {
    await send(book, await payment(book));
    await perform(
      office.lab.host,
      {
        id: "x",
        title: "试",
        decide: ({ roster: [first] }) => ({
          cells: first ? [{ table: "roster", row: first.key, column: "note", before: null, after: "备", reason: "" }] : [],
          rows: [],
          findings: [],
          summary: {},
        }),
      },
      { today: office.today, head: { time: "2024-03-20T10:00:00+08:00", clerk: "乙", source: "命令行" } },
    );
    const undo = await proposeUndo(book, "R00001");
    expect(await send(book, undo)).toMatchObject({ kind: "done", committed: { run: "R00003" } });
    const { payments, runs, roster } = rowsOf(office);
    expect([payments.length, roster[0]?.note, runs.map(({ state }) => state)]).toEqual([0, "备", ["已撤销", "完成", "完成"]]);
    expect(await send(book, await proposeUndo(book, null))).toMatchObject({ kind: "done" });
    expect(rowsOf(office).roster[0]?.note).toBe(null);
  });
});

const parts = { findings: [], finished: [], isMigrated: false };
const proposal = null as unknown as Proposal;
const stopped = (at: "begin" | "write" | "close"): Ending => ({
  kind: "done",
  proposal,
  committed: { ...parts, state: "stopped", run: "R00001", at, error: "" },
});
const size = { cells: 1, rows: 0, blanked: 0 };

test.each<[string, Ending, boolean]>([
  ["what was written", { kind: "done", proposal, committed: { ...parts, state: "written", run: "R00001", size } }, true],
  ["what was stopped while it was written", stopped("write"), true],
  ["what was stopped before", stopped("begin"), false],
  ["what was taken back", stopped("close"), false],
  ["what others outran", { kind: "restless" }, false],
  ["what nobody answered and the log has", { kind: "unanswered", fate: { state: "undone", run: "R00001" } }, true],
  ["what nobody answered and the log has not", { kind: "unanswered", fate: { state: "absent", run: null } }, false],
  ["what nobody knows of", { kind: "unanswered", fate: null }, false],
])("whether %s is taken: it is not sent again", (_what, ending, expected) => {
  expect(isTaken(ending)).toBe(expected);
});
