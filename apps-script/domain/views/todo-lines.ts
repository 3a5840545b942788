import { type Day, daysBetween, isDay } from "../days/civil-day";
import { classesMeant } from "../naming/class-names";
import type { Context } from "../rules/context";
import { idOf, RULE_SOURCE } from "../rules/todo";
import { ANSWER } from "../schema/allowed";
import type { Enrolment } from "../schema/roster";
import type { TodoRow } from "../schema/tables";
import { rowWith } from "../snapshot/by-key";
import { groupedBy } from "../snapshot/grouped-by";
import { kept } from "../snapshot/kept";
import type { Snapshot } from "../snapshot/snapshot";
import { textOf } from "../snapshot/value";
import { RULES, type RuleCode } from "../wording/rules";
import { classPeople } from "./everybody";
import type { TodoLine } from "./lines";

/** The open rows of 待办, as they stand there. */
export function todoLines(snapshot: Snapshot, { today }: Context): readonly TodoLine[] {
  return openRows(snapshot).map((line) => ({ ...line, daysLeft: line.due === null ? null : daysBetween(today, line.due) }));
}

/** A file raised it: something that was not taken, or that staff have to settle. */
export const isFromFile = ({ isRaisedByFile }: TodoLine): boolean => isRaisedByFile;

const openRows = kept((snapshot: Snapshot): readonly Omit<TodoLine, "daysLeft">[] => {
  const find = finder(snapshot);
  return snapshot.todo
    .filter(({ answer, state }) => (answer === null || answer === ANSWER.none) && state === null)
    .map((row) => {
      const { code, people } = find(row);
      const due: Day | null = isDay(row.due) ? row.due : null;
      return {
        id: row.key,
        code,
        rule: textOf(row.rule),
        severity: textOf(row.severity),
        people: people.map(({ key }) => key),
        subject: row.subject,
        unit: row.unit,
        phone: textOf(row.phone) || null,
        class: people[0]?.class ?? classNamed(row.subject, snapshot),
        content: textOf(row.content),
        suggestion: row.suggestion,
        due,
        isRaisedByFile: row.source !== RULE_SOURCE,
      };
    });
});

interface About {
  readonly code: RuleCode | null;
  readonly people: readonly Enrolment[];
}

/** Which rule a row is of and which enrolment it is about: its number is made of both. */
function finder({ roster, cards }: Snapshot): (row: TodoRow) => About {
  const named = groupedBy(roster, ({ name, key }) => name ?? key);
  const codes = groupedBy(Object.keys(RULES) as RuleCode[], (code) => RULES[code].title);
  return ({ rule, subject, key: id }) => {
    const possible = codes.get(textOf(rule)) ?? [];
    const [only = null, ...more] = possible;
    const holder = textOf(rowWith(cards, textOf(subject))?.enrolment);
    const numbered = rowWith(roster, holder === "" ? textOf(subject) : holder);
    for (const row of [...(named.get(textOf(subject)) ?? []), ...(numbered === null ? [] : [numbered])]) {
      for (const code of possible) {
        const isIts = TABLES_OF_PEOPLE.some((table) => idOf({ code, table, row: row.key }) === id);
        if (isIts || idOf({ code, table: "cards", row: textOf(subject) }) === id) return { code, people: [row] };
      }
    }
    return { code: more.length === 0 ? only : null, people: [] };
  };
}

const TABLES_OF_PEOPLE = ["roster", "papers"] as const;

function classNamed(subject: string | null, snapshot: Snapshot): string | null {
  const [one, ...more] = subject === null ? [] : classesMeant(subject, classPeople(snapshot).classes.classes);
  return one !== undefined && more.length === 0 ? one.name : null;
}
