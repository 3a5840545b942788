import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import type { LivedBook, Turn } from "./rolling-centre";

/** What is wrong with several books taken together, worked out from the cells that people see. Nothing where all is well. */
export function brokenAcross(books: readonly LivedBook[]): string[] {
  const all = books.map(({ book }) => book);
  return [...numbersTwice(all), ...numbersOfPeople(all), ...cardsTwice(all), ...historyOf(books)];
}

/** What is wrong with the two books of a carry-over. */
export function brokenTurn(turn: Turn): string[] {
  return [...peopleOf(turn), ...moneyOf(turn), ...statesOf(turn)];
}

function numbersTwice(books: readonly Snapshot[]): string[] {
  const enrolments = books.flatMap(({ roster }) => roster.map(({ key }) => key));
  const payments = books.flatMap((book) => book.payments.map(({ key }) => key));
  return [...repeated(enrolments), ...repeated(payments)].map((number) => `${number} was given twice`);
}

function repeated(texts: readonly string[]): string[] {
  const seen = new Set<string>();
  return texts.filter((text) => seen.size === seen.add(text).size);
}

/** One 人员编号 a person and one person a 人员编号, over all years. */
function numbersOfPeople(books: readonly Snapshot[]): string[] {
  const pairs = new Set(books.flatMap(({ roster }) => roster.map((row) => `${row.person} ${row.idNumber}`)));
  const [numbers, documents] = [
    [...pairs].map((pair) => pair.split(" ")[0] ?? ""),
    [...pairs].map((pair) => pair.split(" ")[1] ?? ""),
  ];
  return [
    ...repeated(numbers).map((number) => `${number} is of two people`),
    ...repeated(documents).map((document) => `${document} has two numbers`),
  ];
}

/** A card is one enrolment's at most, and free in one book at most. */
function cardsTwice(books: readonly Snapshot[]): string[] {
  const cards = books.flatMap((book) => book.cards);
  const issued = cards.filter(({ enrolment }) => enrolment !== null).map(({ key }) => key);
  const free = cards.filter(({ enrolment, state }) => enrolment === null && (state === null || state === "未领"));
  const living = [...issued, ...free.map(({ key }) => key)];
  const lost = books[0]?.cards.filter(({ key }) => !living.includes(key)) ?? [];
  return [...repeated(living).map((card) => `${card} is there twice`), ...lost.map(({ key }) => `${key} is gone`)];
}

/** 历史 of the newest book has one row of every enrolment of the years before, but of those that go on there. */
function historyOf(books: readonly LivedBook[]): string[] {
  const [newest, ...others] = [...books].reverse();
  const history = new Map(newest?.book.history.map((row) => [row.key, row]) ?? []);
  const wrong = others.flatMap(({ year, book }) =>
    book.roster.flatMap((row) => {
      const known = history.get(row.key);
      if (known === undefined) return goesOn(row) ? [] : [`${row.key} is not in 历史`];
      return known.year === year && !goesOn(row, true) ? [] : [`${row.key} is in 历史 as of ${known.year}`];
    }),
  );
  const enrolments = new Set(others.flatMap(({ book }) => book.roster.map(({ key }) => key)));
  const strange = [...history.keys()].filter((key) => !enrolments.has(key));
  return [...wrong, ...strange.map((key) => `${key} of 历史 is nobody's`)];
}

const ENDED = ["已完成", "取消", "离职", "转班", "已失效"];

/** Was in the class and has no result that ends it; `surely` without those of whom only the days of the class could tell. */
function goesOn({ exam, state, reportedInOn, trained, booking, examTries }: Enrolment, surely = false): boolean {
  const isOver = exam === "合格" || ENDED.includes(state ?? "") || Number(examTries ?? 0) >= 2;
  const isBegun = reportedInOn !== null || trained !== null || (exam ?? "") !== "";
  return !isOver && (isBegun || (!surely && booking === "通过"));
}

const of = ({ idNumber, post }: Enrolment): string => `${idNumber} ${post}`;

/** Everybody of the old book is one live row of the new one, or told of with the reason, and nobody is both. */
function peopleOf({ old, next, carried }: Turn): string[] {
  const rows = next.roster.filter(({ state }) => !ENDED.includes(state ?? ""));
  const live = new Set(rows.map(of));
  const left = new Set(carried.left.map(({ row }) => of(row)));
  const known = new Set(next.roster.map(of));
  return [
    ...repeated(rows.map(of)).map((who) => `${who} is there twice`),
    ...[...new Set(old.roster.map(of))].flatMap((who) => (known.has(who) || left.has(who) ? [] : [`${who} is lost`])),
    ...(carried.holders.length + carried.left.length === new Set(old.roster.map(of)).size ? [] : ["not everybody is told of"]),
    ...carried.holders.flatMap(({ newest }) => (left.has(of(newest)) ? [`${of(newest)} is carried and left`] : [])),
    ...(live.size > 0 ? [] : ["nobody was carried over"]),
  ];
}

/** What people owe or have too much in the old book is carried over or stays there, to the 分. */
function moneyOf({ old, next, carried }: Turn): string[] {
  const balance = old.roster.reduce((sum, row) => sum + balanceOf(row), 0);
  const ids = new Set(carried.holders.flatMap(({ from }) => from));
  const rows = next.payments.filter(({ method }) => method === "上年结转");
  const over = rows.reduce((sum, { amount }) => sum + Number(amount), 0);
  const known = new Set(next.roster.map(of));
  const left = carried.left.filter(({ row }) => !known.has(of(row)));
  const stays = left.reduce((sum, { debt, credit }) => sum + (credit - debt) / 100, 0);
  const undecided = [...carried.undecided.values()].reduce((sum, cents) => sum + cents / 100, 0);
  const wrong =
    balance === over + stays + undecided ? [] : [`money: ${balance} before, ${over} carried, ${stays} and ${undecided} stay`];
  return ids.size > 0 ? wrong : [...wrong, "nobody's money was looked at"];
}

function balanceOf({ reportedInOn, feeDue, feePaid }: Enrolment): number {
  return Number(feePaid ?? 0) - (reportedInOn === null ? 0 : Number(feeDue ?? 0));
}

/** Right after the first carry-over nothing of the old year's state is in the new rows. */
function statesOf({ next, isFirst }: Turn): string[] {
  if (!isFirst) return [];
  const columns = ["booking", "class", "exam", "state", "reportedInOn", "trained", "card", "feeDue", "light"] as const;
  return next.roster.flatMap((row) => columns.flatMap((column) => (row[column] === null ? [] : [`${row.key} has ${column}`])));
}
