import { ROSTER } from "../../domain/schema/roster";
import type { ClassView } from "../../domain/views/class";
import type { Count, NamedCount } from "../../domain/views/lines";
import { carriedWords } from "../../domain/wording/money";
import { Button } from "../parts/button";
import { Facts } from "../parts/facts";
import * as say from "../wording/class-screen";

interface ClassFactsProps {
  readonly view: ClassView;
  /** Lists whom a number counts. */
  readonly show: (title: string, count: Count) => void;
}

/** The days and seats of a class, and its numbers; a number leads to those whom it counts. */
export function ClassFacts({ view, show }: ClassFactsProps) {
  const { class: one, lights, steps, papers, money, cards, exams } = view;
  const { capacity, taken, free } = one.seats;
  const days = [
    [say.seats, say.seatsOf(taken, capacity, free)],
    [say.deadline, one.deadline],
    [say.bookingWindow, say.range(one.bookingFrom, one.bookingTo)],
    [say.reportIn, [one.reportIn, one.reportHours].filter((part) => part !== null).join(" ")],
    [say.study, say.range(one.studyFrom, one.studyTo)],
    [say.place, one.place],
    [say.money, say.feesOf(money.due, money.paid, carriedWords(money.carried), money.open)],
  ] as const;
  const groups: readonly Group[] = [
    { title: ROSTER.columns.light.title, counts: lights },
    { title: ROSTER.columns.booking.title, counts: steps.booking },
    {
      title: say.steps.title,
      counts: [
        { name: say.steps.preRegistered, ...steps.preRegistered },
        { name: say.steps.reportedIn, ...steps.reportedIn },
        { name: say.steps.noShow, ...steps.noShow },
        { name: say.steps.trained, ...steps.trained },
        { name: say.steps.passed, ...steps.passed },
        { name: say.steps.issued, ...steps.issued },
      ],
    },
    {
      title: say.papers.title,
      counts: [
        { name: say.papers.complete, ...papers.complete },
        { name: say.papers.short, ...papers.short },
      ],
    },
    { title: say.papers.byPaper, counts: papers.byPaper },
    { title: ROSTER.columns.feeState.title, counts: money.byState },
    {
      title: say.cards.title,
      counts: [
        { name: say.cards.withCard, ...cards.withCard },
        { name: say.cards.taken, ...cards.taken },
        { name: say.cards.bound, ...cards.bound },
        { name: say.cards.waiting, ...cards.waiting },
      ],
    },
    { title: ROSTER.columns.exam.title, counts: exams },
  ];
  const facts = days.flatMap(([label, value]) => (value === null || value === "" ? [] : [{ label, value }]));
  return (
    <div class="lists">
      <Facts list={{ title: one.isOpen ? one.name : `${one.name}（${say.stopped}）`, facts }} />
      {groups.map((group) => (group.counts.length === 0 ? null : <Counts key={group.title} group={group} show={show} />))}
    </div>
  );
}

interface Group {
  readonly title: string;
  readonly counts: readonly NamedCount[];
}

function Counts({ group: { title, counts }, show }: { readonly group: Group } & Pick<ClassFactsProps, "show">) {
  return (
    <section class="counts" aria-label={title}>
      <h3>{title}</h3>
      {counts.map((one) => (
        <Button
          key={one.name}
          text={say.countIs(one.name, one.count)}
          label={say.countLabel(title, one.name, one.count)}
          kind="small"
          press={() => show(`${title} ${say.countIs(one.name, one.count)}`, one)}
        />
      ))}
    </section>
  );
}
