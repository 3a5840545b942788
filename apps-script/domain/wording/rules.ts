import type { Severity } from "../changes/finding";
import { assignRules } from "./assign";
import { cardListRules } from "./card-list";
import { cardsRules } from "./cards";
import { deskRules } from "./desk";
import { exchangeRules } from "./exchange";
import { exportRules } from "./export";
import { feesRules } from "./fees";
import { importRules } from "./import";
import { papersRules } from "./papers";
import { peopleRules } from "./people";
import { planRules } from "./plan";
import { todoRules } from "./reminders";
import { rosterRules } from "./roster";
import { joined, type RuleWords } from "./rule-table";
import { siteRules } from "./site-list";
import { workbookRules } from "./workbook";

/** Every rule by its code. Codes stay what they are: 待办 knows its rows by them. */
export const RULES = joined([
  workbookRules,
  planRules,
  peopleRules,
  rosterRules,
  siteRules,
  assignRules,
  papersRules,
  feesRules,
  cardsRules,
  cardListRules,
  todoRules,
  importRules,
  exchangeRules,
  exportRules,
  deskRules,
]);

/** The code of a rule: a finding of any other cannot be made. */
export type RuleCode = keyof typeof RULES;

export const titleOfRule = (code: RuleCode): string => RULES[code].title;

/** What to do about a finding where that does not depend on the case, else `""`. */
export const adviceOf = (code: RuleCode): string => wordsOf(code).advice ?? "";

/** A code, and how much the finding matters where its rule leaves that open. */
export type Graded<C extends RuleCode = RuleCode> =
  | { readonly code: Exclude<C, OpenCode>; readonly severity?: undefined }
  | { readonly code: Extract<C, OpenCode>; readonly severity: Severity };

/** The codes of rules whose findings always matter this much. */
export type CodeOf<S extends Severity> = {
  readonly [C in RuleCode]: (typeof RULES)[C] extends { readonly severity: S } ? C : never;
}[RuleCode];

type OpenCode = Exclude<RuleCode, CodeOf<Severity>>;

export function severityOf({ code, severity }: Graded): Severity {
  return (wordsOf(code).severity ?? severity) as Severity;
}

/** What a finding says beside its sentence. */
export interface Weight {
  readonly severity: Severity;
  readonly advice: string;
}

/** What a finding must say itself, since its rule leaves it open; and an advice of its own, if it has one. */
export type OwnWeight<C extends RuleCode> = C extends RuleCode
  ? Omit<Weight, keyof (typeof RULES)[C]> & Partial<Pick<Weight, "advice">>
  : never;

/** What a finding says itself, else what its rule says. */
export function weightOf<C extends RuleCode>(code: C, own?: OwnWeight<C>): Weight {
  return { ...wordsOf(code), ...own } as RuleWords & Weight;
}

function wordsOf(code: RuleCode): RuleWords {
  return RULES[code];
}
