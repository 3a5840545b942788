import { contextOf } from "../../../apps-script/domain/rules/context";
import { LIGHT } from "../../../apps-script/domain/schema/allowed";
import { BLOCK_NAMES, BLOCKS, type BlockName, placeOfBlock } from "../../../apps-script/domain/schema/dashboard";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { type BoardView, boardView } from "../../../apps-script/domain/views/board";
import { type BoardLine, boardLines } from "../../../apps-script/domain/views/board-lines";
import { livedTabs } from "../../support/counted-workbook";

const TODAY = "2024-06-20";

function blockOf(lines: readonly BoardLine[], block: BlockName): readonly BoardLine[] {
  return lines.slice(placeOfBlock(block), placeOfBlock(block) + BLOCKS[block]);
}

const sum = (numbers: readonly unknown[]): number => numbers.reduce((all: number, one) => all + Number(one ?? 0), 0);
const counts = (lines: readonly BoardLine[]): number => sum(lines.map(({ count }) => count));

describe.each([
  [3, 0],
  [1, 1],
  [5, 37],
  [8, 120],
])("a workbook that was lived in (%i, %i people)", (seed, people) => {
  const snapshot = snapshotOf(livedTabs(seed, people, TODAY));
  const view = boardView(snapshot, contextOf(snapshot, TODAY));
  const lines = boardLines(view);

  test("every line has its place, whatever there is to say", () => {
    expect(lines.map(({ id }) => id)).toEqual(boardLines({ ...view, classes: [], lights: [] }).map(({ id }) => id));
    expect(lines).toHaveLength(sum(BLOCK_NAMES.map((name) => BLOCKS[name])));
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
  });

  test("the numbers are the view's", () => {
    expect(blockOf(lines, "figures").map(({ count }) => count)).toEqual([
      view.people.count,
      view.live.count,
      view.papers.complete.count,
      view.papers.short.count,
      view.money.due,
      view.money.paid,
      view.money.open,
      view.money.uncounted.length,
      view.cards.left,
      view.cards.waiting.count,
      view.files.openConflicts,
    ]);
    expect(blockOf(lines, "months").map(({ count, seats }) => [count, seats])).toEqual(
      view.expiries.map(({ due, seats }) => [due.count, seats]),
    );
    expect(counts(blockOf(lines, "lights"))).toBe(view.people.count);
    expect(counts(blockOf(lines, "classes"))).toBe(sum(view.classes.map(({ seats }) => seats.taken)));
    expect(counts(blockOf(lines, "papers"))).toBe(sum(view.papers.byPaper.map(({ count }) => count)));
    expect(counts(blockOf(lines, "units"))).toBe(view.papers.short.count);
    const income = sum(view.money.byDay.map(({ total }) => total));
    expect(counts(blockOf(lines, "income"))).toBeCloseTo(income, 5);
    expect(counts(blockOf(lines, "methods"))).toBeCloseTo(income, 5);
    expect(blockOf(lines, "files").map(({ count }) => count)).toEqual([
      view.files.back.length,
      view.files.waitedFor.length,
      view.files.unsent.length,
    ]);
  });

  test("whoever is in a class stands under one of its lights", () => {
    for (const { count, fine, tight, late, ask, done } of blockOf(lines, "classes"))
      expect(sum([fine, tight, late, ask, done])).toBe(count ?? 0);
  });
});

describe("more than a block has lines for", () => {
  const snapshot = snapshotOf(livedTabs(5, 37, TODAY));
  const view = boardView(snapshot, contextOf(snapshot, TODAY));
  const [one] = view.classes;
  if (!one) throw new Error("no class");
  const many = (length: number, capacity: number | null = 40): BoardView => ({
    ...view,
    classes: Array.from({ length }, (_, at) => ({
      ...one,
      name: `再培训班第${at + 1}期`,
      isOpen: true,
      lights: [{ name: LIGHT.fine, count: 2, people: [] }],
      seats: { capacity, taken: 2, free: null },
    })),
  });

  test.each([
    [BLOCKS.classes, `再培训班第${BLOCKS.classes}期`, 2, 40],
    [BLOCKS.classes + 1, "其余2个班", 4, 80],
    [BLOCKS.classes + 9, "其余10个班", 20, 400],
  ])("%i classes end with %s", (length, item, count, seats) => {
    const classes = blockOf(boardLines(many(length)), "classes");
    expect(classes.at(-1)).toMatchObject({ item, count, seats, fine: count, ask: 0 });
    expect(counts(classes)).toBe(2 * length);
  });

  test("without a limit in one of them there is none for all", () => {
    expect(blockOf(boardLines(many(BLOCKS.classes + 1, null)), "classes").at(-1)?.seats).toBeNull();
  });

  test("units beyond the lines are summed up", () => {
    const byUnit = Array.from({ length: 14 }, (_, at) => ({ name: `${at}号矿`, count: 14 - at, people: [] }));
    const units = blockOf(boardLines({ ...view, papers: { ...view.papers, byUnit } }), "units");
    expect(units.at(-1)).toMatchObject({ item: "其余5家", count: 15 });
  });

  test("a class that is called off stands there while people are in it", () => {
    const off = (taken: number): BoardView => ({
      ...view,
      classes: [{ ...one, isOpen: false, lights: [], seats: { capacity: 40, taken, free: null } }],
    });
    expect(blockOf(boardLines(off(1)), "classes")[0]).toMatchObject({
      item: `${one.name}（停办）`,
      count: 1,
      seats: null,
      ask: 1,
    });
    expect(blockOf(boardLines(off(0)), "classes")[0]?.item).toBeNull();
  });

  test("money of another year, or of a day nobody can read, is under other days", () => {
    const byDay = [
      { day: "2023-12-30", byMethod: [], total: 600 },
      { day: "2024-03-01", byMethod: [], total: 300.1 },
      { day: "2024-03-31", byMethod: [], total: 0.2 },
      { day: null, byMethod: [], total: -300 },
    ];
    const income = blockOf(boardLines({ ...view, year: 2024, money: { ...view.money, byDay } }), "income");
    expect(income.map(({ item, count }) => [item, count]).filter(([, count]) => count !== 0)).toEqual([
      ["3月", 300.3],
      ["其他日期", 300],
    ]);
  });
});
