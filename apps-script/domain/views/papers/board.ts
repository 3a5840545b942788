import type { Context } from "../../rules/context";
import type { Snapshot } from "../../snapshot/snapshot";
import type { Value } from "../../snapshot/value";
import { date, fullDay } from "../../wording/printed";
import * as say from "../../wording/printed-board";
import { type BoardView, boardView } from "../board";
import type { NamedCount } from "../lines";
import { definePaper } from "./define-paper";
import type { Block, Fact, PaperColumn, TableBlock } from "./paper";

/** 看板 on one page: the numbers of the view. */
export const board = definePaper({
  id: "board",
  title: say.title,
  about: say.about,
  question: {},
  tables: ["conflicts"],
  make: (snapshot: Snapshot, context: Context) => {
    const view = boardView(snapshot, context);
    return {
      name: say.nameOf(view.today),
      look: "portrait",
      people: view.people.count,
      leftOut: view.money.uncounted.map(say.uncounted),
      parts: [
        {
          name: say.title,
          title: say.titleOf(view.year),
          facts: [{ label: date, value: fullDay(view.today) }],
          blocks: [
            numbers(view),
            ...headed(say.classes, classes(view)),
            ...headed(say.expiries, expiries(view)),
            ...headed(say.papers, { kind: "facts", across: 3, facts: view.papers.byPaper.map(countFact) }),
            ...headed(say.money, methods(view)),
          ],
        },
      ],
    };
  },
});

/** No heading over nothing. */
const headed = (heading: string, block: Block): readonly Block[] =>
  block.kind === "facts" && block.facts.length === 0 ? [] : [{ kind: "text", paragraphs: [heading] }, block];

const countFact = ({ name, count }: Pick<NamedCount, "name" | "count">): Fact => ({ label: name, value: count });

/** Lower than elsewhere: all of it stands on one page. */
const ROW = 6;

function numbers({ people, live, papers, money, cards, files }: BoardView): Block {
  const words = say.numbers;
  const facts: readonly Fact[] = [
    { label: words.people, value: people.count },
    { label: words.live, value: live.count },
    { label: words.complete, value: papers.complete.count },
    { label: words.short, value: papers.short.count },
    { label: words.due, value: money.due },
    { label: words.paid, value: money.paid },
    { label: words.open, value: money.open },
    { label: words.cardsLeft, value: cards.left },
    { label: words.cardsWaiting, value: cards.waiting.count },
    { label: words.back, value: files.back.length },
    { label: words.waitedFor, value: files.waitedFor.length },
    { label: words.unsent, value: files.unsent.length },
  ];
  return { kind: "facts", across: 3, facts };
}

const number = (title: string, width: number): PaperColumn => ({ title, width, kind: "number", align: "center" });

const CLASSES: readonly PaperColumn[] = [
  { title: say.className, width: 38, kind: "text", align: "left" },
  { title: say.deadline, width: 22, kind: "day", align: "center" },
  { title: say.reportIn, width: 22, kind: "day", align: "center" },
  number(say.seats, 12),
  number(say.taken, 12),
  number(say.free, 12),
  { title: say.lights, width: 68, kind: "text", align: "left" },
];

function classes({ classes: all }: BoardView): TableBlock {
  const rows = all.map(({ name, isOpen, deadline, reportIn, seats, lights }): Value[] => [
    isOpen ? name : say.stopped(name),
    deadline,
    reportIn,
    seats.capacity ?? say.unlimited,
    seats.taken,
    seats.free ?? say.unlimited,
    say.lightsOf(lights),
  ]);
  return { kind: "table", columns: CLASSES, rows, rowHeight: ROW };
}

/** The months beside each other: certificates that are retrained by then, and the seats for them. */
function expiries({ expiries: months }: BoardView): TableBlock {
  const columns = [
    { title: say.month, width: 30, kind: "text", align: "left" } as const,
    ...months.map(({ month }) => number(say.monthOf(month), 13)),
  ];
  const seatsFor = ({ seats, classes: own }: BoardView["expiries"][number]): Value =>
    own.length === 0 ? null : (seats ?? say.unlimited);
  return {
    kind: "table",
    columns,
    rows: [
      [say.due, ...months.map(({ due }) => due.count)],
      [say.seats, ...months.map(seatsFor)],
    ],
    rowHeight: ROW,
  };
}

function methods({ money }: BoardView): Block {
  const facts = money.byMethod.map(({ method, amount }): Fact => ({ label: method, value: amount }));
  return { kind: "facts", across: 3, facts };
}
