import { ROSTER } from "../../../../apps-script/domain/schema/roster";
import { type BoardView, boardView } from "../../../../apps-script/domain/views/board";
import * as say from "../../wording/views";
import { counts, facts, part, sums, table } from "./parts";
import { shownView } from "./shown-view";

export const board = shownView({
  id: "board",
  title: say.boardTitle,
  about: say.boardAbout,
  question: {},
  view: (snapshot, context) => boardView(snapshot, context),
  lines: boardLines,
});

function boardLines(view: BoardView): string[] {
  const { people, live, classes, lights, expiries, papers, money, cards, files } = view;
  return [
    say.boardHead(view.today, view.year, people.count, live.count),
    ...facts([
      [ROSTER.columns.light.title, counts(lights)],
      [say.papersTitle, say.papersOf(papers)],
      [say.papersByUnit, counts(papers.byUnit.slice(0, FEW))],
      [say.moneyTitle, say.moneyOf(money)],
      [say.receivedTitle, sums(money.byMethod)],
      [say.uncountedTitle, money.uncounted.join("、")],
      [say.cardsTitle, say.poolOf(cards.byState, cards.left, cards.waiting.count)],
      [say.filesTitle, say.filesOf(files)],
    ]),
    ...part(
      say.classesTitle,
      table(
        say.classColumns,
        classes.map((one) => [
          one.isOpen ? one.name : say.stopped(one.name),
          say.range(one.bookingFrom, one.bookingTo),
          one.reportIn ?? "",
          say.range(one.studyFrom, one.studyTo),
          say.seatsOf(one.seats),
          counts(one.lights),
        ]),
        60,
      ),
    ),
    ...part(
      say.expiriesTitle,
      table(
        say.expiryColumns,
        expiries.map(({ month, due, seats, classes: names }) => [
          say.month(month),
          String(due.count),
          say.seatLimit(names.length, seats),
        ]),
      ),
    ),
    ...part(
      say.moneyByDay,
      money.byDay.map(({ day, byMethod, total }) => say.dayOf(day, total, sums(byMethod))),
    ),
  ];
}

const FEW = 10;
