import fc from "fast-check";
import { addDays } from "../../apps-script/domain/days/civil-day";
import type { Enrolment } from "../../apps-script/domain/schema/roster";
import { ROSTER } from "../../apps-script/domain/schema/roster";
import type { Snapshot } from "../../apps-script/domain/snapshot/snapshot";
import { assignOn } from "./assigning";
import { bookOf, plan2024 } from "./books";

const CLASSES = plan2024.map(({ name }) => String(name));
const PEOPLE = 6;
const FIRST = "2024-01-05";

/** What happens on a day: a person's cells, or a class's, as staff type them or a list fills them. */
type Event =
  | { readonly kind: "person"; readonly at: number; readonly cells: Partial<Enrolment> }
  | { readonly kind: "class"; readonly name: string; readonly cells: object }
  | { readonly kind: "run" }
  | { readonly kind: "undo" };

type Happening = readonly [daysLater: number, event: Event];

const className = fc.constantFrom(...CLASSES);
const someDay = fc.integer({ min: 0, max: 350 }).map((days) => addDays(FIRST, days));
const validUntil = fc
  .tuple(
    fc.constantFrom("2024", "2024", "2024", "2025", "2026", "2027", "2023"),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, day]) => `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);

const person: fc.Arbitrary<Partial<Enrolment>> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ preRegisteredOn: someDay, preRegisteredClass: fc.option(className) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      booking: fc.constantFrom("待审" as const, "通过" as const, "退回" as const, "未预约" as const),
      bookedClass: className,
      bookedOn: someDay,
    }),
  },
  { weight: 3, arbitrary: fc.record({ reportedInOn: someDay }) },
  { weight: 1, arbitrary: fc.record({ noShow: fc.constantFrom("是", "否") }) },
  { weight: 1, arbitrary: fc.record({ trained: fc.constant("是"), reportedInOn: someDay }) },
  {
    weight: 2,
    arbitrary: fc.record({
      trained: fc.constant("是"),
      exam: fc.constantFrom("不合格" as const, "缺考" as const, "待考" as const, "合格" as const),
      examTries: fc.constantFrom(1, 2),
      examOn: fc.option(someDay),
    }),
  },
  { weight: 2, arbitrary: fc.record({ lockedClass: className }) },
  { weight: 1, arbitrary: fc.record({ validUntil }) },
  { weight: 1, arbitrary: fc.record({ state: fc.constantFrom("取消" as const, "有效" as const, "离职" as const) }) },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(
        "lockedClass",
        "booking",
        "bookedClass",
        "reportedInOn",
        "trained",
        "exam",
        "noShow",
        "preRegisteredOn",
        "state",
        "class",
      )
      .map((column) => ({ [column]: null })),
  },
);

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant("person" as const), at: fc.nat(PEOPLE - 1), cells: person }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("class" as const),
      name: className,
      cells: fc.oneof(
        fc.record({ bookingsListed: someDay }),
        fc.record({ bookingChecked: someDay }),
        fc.record({ signUpsListed: someDay }),
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("class" as const),
      name: className,
      cells: fc.record({ state: fc.constantFrom("停办", "开班") }),
    }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("run" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("undo" as const) }) },
);

export const people = fc.array(
  fc.record({
    kind: fc.constantFrom("再培训" as const, "再培训" as const, "再培训" as const, "初培" as const, "换证" as const),
    validUntil,
    name: fc.constant("王某"),
  }),
  { minLength: PEOPLE, maxLength: PEOPLE },
);

export const happenings: fc.Arbitrary<readonly Happening[]> = fc.array(fc.tuple(fc.nat(25), event), {
  minLength: 1,
  maxLength: 40,
});

interface Lived {
  /** As the last run found it. */
  readonly before: Snapshot;
  readonly book: Snapshot;
  /** The day on which it ends, with a run. */
  readonly today: string;
}

/** Lives through the year. */
export function lived(book: Snapshot, all: readonly Happening[]): Lived {
  let now = assignOn(book, FIRST).after;
  let today = FIRST;
  let before: { readonly was: Snapshot; readonly is: Snapshot } | null = null;
  for (const [days, event] of all) {
    const next = addDays(today, days);
    if (next > "2024-12-28") break;
    today = next;
    if (event.kind === "run") {
      const { after } = assignOn(now, today);
      before = { was: now, is: after };
      now = after;
    } else if (event.kind === "undo") {
      if (before !== null && before.is === now) now = before.was;
    } else now = withEvent(now, event);
  }
  return { before: now, book: assignOn(now, today).after, today };
}

function withEvent(book: Snapshot, event: Extract<Event, { kind: "person" | "class" }>): Snapshot {
  if (event.kind === "person")
    return { ...book, roster: book.roster.map((row, at) => (at === event.at ? { ...row, ...event.cells } : row)) };
  return { ...book, plan: book.plan.map((row) => (row.name === event.name ? { ...row, ...event.cells } : row)) };
}

const FACTS = Object.entries(ROSTER.columns).filter(
  ([name, { owner }]) => owner === "unit" || owner === "centre" || name === "id" || name === "listed",
);

/** A new workbook in which the same facts were typed. */
export function freshOf(book: Snapshot, today: string): Snapshot {
  const roster = book.roster.map((row) => Object.fromEntries(FACTS.map(([name]) => [name, row[name as keyof Enrolment]])));
  return assignOn({ ...bookOf({ roster }), plan: book.plan, settings: book.settings }, today).after;
}
