import { partsOf } from "../days/civil-day";
import { LIGHTS, type Light, PAYMENT_METHODS } from "../schema/allowed";
import { BLOCK_NAMES, BLOCKS, type BlockName, type DashboardRow, lineId } from "../schema/dashboard";
import { LIGHT_PAINTS } from "../schema/look";
import { PAPER_COLUMNS } from "../schema/paper-columns";
import { PAPERS } from "../schema/papers";
import * as say from "../wording/dashboard";
import type { BoardClass, BoardView } from "./board";
import type { NamedCount } from "./lines";

/** A line of the tab 看板, every column of it; a line that is not needed is empty but for its number. */
export type BoardLine = Omit<DashboardRow, "key" | "at">;

type Line = Partial<Omit<BoardLine, "id" | "group">>;

/**
 * 看板 in lines: each block of the tab has all its lines, each at its place. Where there is more than a block has lines for, its
 * last line sums up the rest, so that no sum of a block is less than the view's.
 */
export function boardLines(view: BoardView): readonly BoardLine[] {
  const blocks: Readonly<Record<BlockName, readonly Line[]>> = {
    figures: figuresOf(view),
    classes: summedUp(view.classes.filter(isShown).map(classLine), BLOCKS.classes, say.moreClasses),
    months: view.expiries.map(({ month, due, seats }) => ({ item: say.monthOf(month), count: due.count, seats })),
    lights: byName(view.lights, LIGHTS, say.noLight),
    papers: PAPER_COLUMNS.map((column) => {
      const { title } = PAPERS.columns[column];
      return { item: title, count: countNamed(view.papers.byPaper, title) };
    }),
    units: summedUp(view.papers.byUnit.map(unitLine), BLOCKS.units, say.moreUnits),
    income: incomeOf(view),
    methods: methodsOf(view),
    files: filesOf(view),
  };
  return BLOCK_NAMES.flatMap((block) => linesIn(block, blocks[block]));
}

/** The lines of one block that say how many units' files are out and back. */
export function fileLines(view: Pick<BoardView, "files">): readonly BoardLine[] {
  return linesIn("files", filesOf(view));
}

function linesIn(block: BlockName, lines: readonly Line[]): readonly BoardLine[] {
  return Array.from({ length: BLOCKS[block] }, (_, place): BoardLine => {
    const line = lines[place];
    return { ...EMPTY, ...line, id: lineId(block, place), group: line ? say.groups[block] : null };
  });
}

const filesOf = ({ files }: Pick<BoardView, "files">): Line[] => [
  { item: say.fileStates.back, count: files.back.length },
  { item: say.fileStates.waitedFor, count: files.waitedFor.length },
  { item: say.fileStates.unsent, count: files.unsent.length },
];

const EMPTY = { item: null, count: null, seats: null, fine: null, tight: null, late: null, ask: null, done: null };

function figuresOf({ people, live, papers, money, cards, files }: BoardView): Line[] {
  const { figures } = say;
  const all: readonly (readonly [string, number])[] = [
    [figures.people, people.count],
    [figures.live, live.count],
    [figures.complete, papers.complete.count],
    [figures.short, papers.short.count],
    [figures.due, money.due],
    [figures.paid, money.paid],
    [figures.open, money.open],
    [figures.uncounted, money.uncounted.length],
    [figures.cardsLeft, cards.left],
    [figures.cardsWaiting, cards.waiting.count],
    [figures.conflicts, files.openConflicts],
  ];
  return all.map(([item, count]) => ({ item, count }));
}

/** A class that is called off is of no account, unless people are still in it. */
const isShown = ({ isOpen, seats }: BoardClass): boolean => isOpen || seats.taken > 0;

function classLine({ name, isOpen, seats, lights }: BoardClass): Line {
  const counted = LIGHT_PAINTS.map((group) => [group.meaning, peopleOf(lights, group.lights)] as const);
  const known = counted.reduce((sum, [, count]) => sum + count, 0);
  return {
    ...Object.fromEntries(counted),
    item: isOpen ? name : say.stopped(name),
    count: seats.taken,
    seats: isOpen ? seats.capacity : null,
    ask: seats.taken - known,
  };
}

function peopleOf(lights: readonly NamedCount[], wanted: readonly Light[]): number {
  return sumOf(lights.filter(({ name }) => wanted.some((light) => light === name)).map(({ count }) => count));
}

const unitLine = ({ name, count }: NamedCount): Line => ({ item: name || say.noUnit, count });

/** A line for each of the names, and one for all others. */
function byName(counts: readonly NamedCount[], names: readonly string[], others: string): Line[] {
  const rest = counts.filter(({ name }) => !names.includes(name));
  return [
    ...names.map((item) => ({ item, count: countNamed(counts, item) })),
    { item: others, count: sumOf(rest.map(({ count }) => count)) },
  ];
}

function countNamed(counts: readonly NamedCount[], name: string): number {
  return counts.find((one) => one.name === name)?.count ?? 0;
}

/** By month of the plan year; what came at another time, or nobody knows when, stands last. */
function incomeOf({ year, money }: BoardView): Line[] {
  const months = Array.from({ length: 12 }, () => 0);
  let others = 0;
  for (const { day, total } of money.byDay) {
    const paid = day === null ? null : partsOf(day);
    if (paid?.year === year) months[paid.month - 1] = added(months[paid.month - 1] ?? 0, total);
    else others = added(others, total);
  }
  return [...months.map((count, index) => ({ item: say.monthOf(index + 1), count })), { item: say.otherDays, count: others }];
}

function methodsOf({ money }: BoardView): Line[] {
  const amounts = money.byMethod.map(({ method, amount }) => ({ name: method, count: amount, people: [] }));
  return byName(amounts, PAYMENT_METHODS, say.otherMethods);
}

/** As many lines as there is room for: the last one stands for all that are left. */
function summedUp(lines: readonly Line[], room: number, name: (count: number) => string): readonly Line[] {
  if (lines.length <= room) return lines;
  const rest = lines.slice(room - 1);
  const sum = (column: Column): number | null => {
    const values = rest.map((line) => line[column] ?? null);
    return values.some((value) => typeof value !== "number") ? null : sumOf(values.map(Number));
  };
  const summed = Object.fromEntries(SUMMED.map((column) => [column, sum(column)]));
  return [...lines.slice(0, room - 1), { ...summed, item: name(rest.length) }];
}

const SUMMED = ["count", "seats", "fine", "tight", "late", "ask", "done"] as const;
type Column = (typeof SUMMED)[number];

const sumOf = (numbers: readonly number[]): number => numbers.reduce(added, 0);

/** Yuan are summed in cents. */
const added = (one: number, other: number): number => (Math.round(one * 100) + Math.round(other * 100)) / 100;
