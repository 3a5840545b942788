import { digestOf } from "../changes/change-set";
import { type Finding, placeTitle, type Severity } from "../changes/finding";
import type { Day } from "../days/civil-day";
import type { Mover } from "../schema/allowed";
import { LONGEST_NOTE } from "../schema/column";
import type { TodoRow } from "../schema/tables";
import { kept } from "../snapshot/kept";
import { cutTo } from "../snapshot/text-length";
import { matterOf } from "../wording/matter";
import { moverOf, type RuleCode, titleOfRule } from "../wording/rules";
import type { Reminder } from "./reminders/reminder";
import type { Subject } from "./todo-subjects";

/** What a line of 待办 says, by its columns; empty where the matter is there. */
export interface Line {
  readonly rule: string;
  readonly code: RuleCode;
  readonly severity: Severity;
  readonly whose: Mover;
  readonly subject: string | null;
  readonly unit: string | null;
  readonly class: string | null;
  readonly people: string | null;
  readonly phone: string | null;
  readonly content: string;
  readonly due: Day | null;
  readonly suggestion: string | null;
  /** Of a reminder; any other finding rests on what it says. */
  readonly facts: string | null;
  readonly state: null;
  readonly goneOn: null;
}

/**
 * 16 hexadecimal digits that stay the same while the finding is about the same row. Rows of 待办 in workbooks are known by
 * them, so they go by the title of the tab as they always did.
 */
export const idOf = kept(({ code, table, row }: Pick<Finding, "code" | "table" | "row">): string => {
  return digestOf(`${code}|${placeTitle(table)}|${row ?? ""}`).slice(0, 16);
});

/** The line of a finding; `call` is what is known besides where it is a reminder. */
export function lineOf(finding: Finding, found: Subject, call: Omit<Reminder, "finding"> | undefined): Line {
  const { code, severity, message, suggestion } = finding;
  const about = { ...found, ...call?.about };
  return {
    rule: titleOfRule(code),
    code,
    severity,
    whose: call?.whose ?? moverOf(code),
    subject: about.subject,
    unit: about.unit,
    class: about.class,
    people: about.people.join("、") || null,
    phone: about.phone,
    content: message,
    due: call === undefined ? about.due : call.due,
    suggestion: suggestion || null,
    facts: call === undefined ? null : factsAs(call.facts, call.members),
    state: null,
    goneOn: null,
  };
}

/** Digits of a fact as it is kept; so no value of anybody stands in the cell. */
const FACT = 6;

function factsAs(facts: readonly (string | null)[], members: readonly string[] = []): string {
  return [facts.map(String).join("\n"), ...members].map((fact) => digestOf(fact).slice(0, FACT)).join(" ");
}

/** Whether a line is about another matter than its row; a row of before codes were kept is about none that is known. */
export function isChanged(row: Pick<TodoRow, "code" | "content" | "facts" | "subject">, line: Line): boolean {
  const { code, content, facts } = row;
  if (code === null) return false;
  if (line.facts === null) {
    return matterOf(cutTo(line.content, LONGEST_NOTE), line.subject) !== matterOf(content ?? "", row.subject);
  }
  const known = new Set(facts?.split(" "));
  return line.facts.split(" ").some((fact) => !known.has(fact));
}
