import type { OutcomeBuilder } from "../../changes/outcome";
import type { Day } from "../../days/civil-day";
import type { ClassFacts } from "../../exchange/sent-class";
import type { Enrolment } from "../../schema/roster";
import type { ImportTodo } from "../import-todo";
import type { RosterBook } from "../roster-book";
import type { UnitDirectory } from "../units";
import type { BaseBook } from "./base-book";
import type { ConflictBook } from "./conflict-book";
import type { ExchangeBook } from "./exchange-book";
import type { RowLaw } from "./merge-row";

/** What returned files are taken into, one after the other. */
export interface ReturnedIntake {
  readonly book: RosterBook;
  readonly units: UnitDirectory;
  readonly todo: ImportTodo;
  readonly conflicts: ConflictBook;
  readonly bases: BaseBook;
  readonly exchanges: ExchangeBook;
  readonly law: RowLaw;
  /** What a file says of an enrolment's class today. */
  readonly classOf: (row: Enrolment) => ClassFacts;
  readonly today: Day;
  /** Takes 底稿 rows as they are agreed. */
  readonly out: OutcomeBuilder;
  /** When each content was received, by `receiptKey`. */
  readonly received: Map<string, string>;
  /** Whether questions are answered with yes. */
  readonly force: boolean;
}

export function receiptKey(exchange: string, generation: number | null, fingerprint: string): string {
  return `${exchange}·${generation ?? ""}·收回·${fingerprint}`;
}
