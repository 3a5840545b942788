import { gridsIn } from "../../apps-script/domain/serving/reading";
import { snapshotOf } from "../../apps-script/domain/snapshot/snapshot";
import { personView } from "../../apps-script/domain/views/person";
import { Book } from "../../apps-script/page/book/book";
import { addRows, tabOf } from "../hosts/lab";
import { type Office, officeWith, openBook, TRANSPORTS, typeInto } from "./office";

/** When the workbook that the page holds is read, and which of two readings counts. */

const FIRST = "B2024-00001";
const noteIn = (book: Book): string | null => book.snapshot.roster.find(({ key }) => key === FIRST)?.note ?? null;

/** Holds the answers to some calls back until they are let go, one by one. */
function heldBack(office: Office, name: string, count: number): (() => void)[] {
  const gates = Array.from({ length: count }, () => {
    let open = (): void => undefined;
    const opened = new Promise<void>((done) => {
      open = done;
    });
    return { opened, open };
  });
  let next = 0;
  office.after = (called) => (called === name ? gates[next++]?.opened : undefined);
  return gates.map(({ open }) => open);
}

/** Until all that needs no answer is done. */
const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 20));

describe.each(TRANSPORTS)("over %s", (_, connect) => {
  let office: Office;
  let book: Book;
  beforeEach(async () => {
    office = officeWith((tabs) => addRows(tabOf(tabs, "模拟卡"), [{ 卡号: "0000000001", 密码: "p0001" }]));
    book = await openBook(connect(office));
  });
  const reads = (): number => office.calls.filter((name) => name === "read").length;

  test("who asks while the workbook is read waits for the same reading", async () => {
    book.expire();
    await Promise.all([book.ready(), book.ready()]);
    expect(reads()).toBe(2);
  });

  test("passwords are there for one look, and are not held", async () => {
    const [first] = book.snapshot.cards;
    expect(first?.password).toBeNull();
    const { cards } = await book.withPasswords();
    expect(cards.map(({ number, password }) => [number, password])).toEqual([["0000000001", "p0001"]]);
    expect(office.calls.filter((name) => name === "passwords")).toHaveLength(1);
    expect(JSON.stringify([book.held.tabs, book.snapshot])).not.toContain("p0001");
  });

  test("a reading that began before a write does not count after it", async () => {
    const [release] = heldBack(office, "read", 1);
    book.expire();
    const early = book.ready();
    await settled();
    await typeInto(office, FIRST, "备注", "后来写的");
    book.expire();
    const late = book.ready();
    await settled();
    release?.();
    await Promise.all([early, late]);
    expect(noteIn(book)).toBe("后来写的");
  });

  test("the answer to an earlier reading that comes later changes nothing", async () => {
    const [release] = heldBack(office, "read", 1);
    book.expire();
    const early = book.ready();
    await settled();
    await typeInto(office, FIRST, "备注", "后来写的");
    await book.read();
    release?.();
    await early;
    expect(noteIn(book)).toBe("后来写的");
    await book.ready();
    expect(reads()).toBe(3);
  });

  test("what is read besides never brings back what the workbook said before", async () => {
    const [release] = heldBack(office, "read", 1);
    const more = book.readMore(["changeParts"]);
    await settled();
    await typeInto(office, FIRST, "备注", "后来写的");
    await book.read();
    release?.();
    await more;
    expect(noteIn(book)).toBe("后来写的");
    expect(snapshotOf(gridsIn(book.held), ["roster"]).roster.find(({ key }) => key === FIRST)?.note).toBe("后来写的");
    expect(book.held.tables.has("changeParts")).toBe(true);
  });

  test("tables that are read besides at the same time are both held", async () => {
    const releases = heldBack(office, "read", 2);
    const both = Promise.all([book.readMore(["changeParts"]), book.readMore(["bases"])]);
    await settled();
    for (const release of releases.reverse()) release();
    await both;
    expect(book.tabsOf(["changeParts", "bases"])).toHaveLength(2);
  });

  test("a tab that the workbook does not have is asked for once", async () => {
    const tabs = await office.lab.dump();
    await office.lab.load(tabs.filter(({ title }) => title !== "底稿"));
    await book.read();
    await book.hold(["roster", "bases"]);
    const before = reads();
    await book.hold(["roster", "bases"]);
    expect(reads()).toBe(before);
    await book.read();
    await book.hold(["bases"]);
    expect(reads()).toBe(before + 2);
  });

  test("what a view shows is worked out once for each question, until the workbook is read anew", async () => {
    const shown = (person: string) => book.view(personView, { person });
    const [one, other] = [shown(FIRST), shown("B2024-00002")];
    expect([shown(FIRST) === one, one?.name, other?.name]).toEqual([true, "张一", "李二"]);
    await book.readMore(["runs"], []);
    expect([shown(FIRST) === one, shown("B2024-00002") === other]).toEqual([true, true]);
    await typeInto(office, FIRST, "手机号", "19900000001");
    await book.read();
    expect(shown(FIRST)?.mobile).toBe("19900000001");
  });

  test("what is read for one look leaves all as it is held", async () => {
    const { held } = book;
    const grids = await book.readAlone(["runs", "settings"], []);
    expect([grids.map(({ title }) => title), book.held === held]).toEqual([["操作记录", "设置"], true]);
  });

  test("a reading that failed is tried again by whoever needs it", async () => {
    office.before = (name) => {
      if (name === "read") throw new Error("gone");
    };
    await expect(book.read()).rejects.toThrow();
    office.before = () => undefined;
    await typeInto(office, FIRST, "备注", "后来写的");
    await book.ready();
    expect(noteIn(book)).toBe("后来写的");
  });

  test("its age counts from when the reading began", async () => {
    let now = 1_000;
    const timed = new Book(connect(office), book.build, () => now);
    office.after = () => {
      now += 60_000;
    };
    await timed.read();
    expect(timed.age).toBe(60_000);
    expect([timed.isOlderThan(1_000), timed.isOlderThan(1_001)]).toEqual([false, true]);
  });
});
