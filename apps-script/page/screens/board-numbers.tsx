import type { BoardView } from "../../domain/views/board";
import * as say from "../wording/board-screen";

/** The numbers of the year, each below its name. */
export function BoardNumbers({ view }: { readonly view: BoardView }) {
  const { people, live, papers, money, cards, files } = view;
  const { numbers } = say;
  const all: readonly (readonly [string, number])[] = [
    [numbers.people, people.count],
    [numbers.live, live.count],
    [numbers.complete, papers.complete.count],
    [numbers.short, papers.short.count],
    [numbers.due, money.due],
    [numbers.paid, money.paid],
    [numbers.open, money.open],
    [numbers.uncounted, money.uncounted.length],
    [numbers.cardsLeft, cards.left],
    [numbers.cardsWaiting, cards.waiting.count],
    ...cards.byState.map(({ state, count }) => [say.cardState(state), count] as const),
    [numbers.conflicts, files.openConflicts],
  ];
  return (
    <dl class="numbers" aria-label={numbers.title}>
      {all.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
