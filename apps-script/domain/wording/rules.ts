import type { Severity } from "../changes/finding";
import { MOVER, type Mover } from "../schema/allowed";
import { assignRules } from "./assign";
import { cardDeskRules } from "./card-desk";
import { cardListRules } from "./card-list";
import { cardsRules } from "./cards";
import { deskRules } from "./desk";
import { enrolmentRules } from "./enrolment";
import { exchangeRules } from "./exchange";
import { exportRules } from "./export";
import { feesRules } from "./fees";
import { importRules } from "./import";
import { nextYearRules } from "./next-year";
import { papersRules } from "./papers";
import { peopleRules } from "./people";
import { planRules } from "./plan";
import { todoRules } from "./reminders";
import { rosterRules } from "./roster";
import { joined, type RuleWords } from "./rule-table";
import { siteRules } from "./site-list";
import { workbookRules } from "./workbook";

/** Every rule by its code. Codes stay what they are: 待办 knows its rows by them. */
export const RULES = /* @__PURE__ */ joined([
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
  enrolmentRules,
  cardDeskRules,
  nextYearRules,
]);

/** The code of a rule: a finding of any other cannot be made. */
export type RuleCode = keyof typeof RULES;

/** Whether what a cell says is one. */
export const isRuleCode = (code: string | number | null): code is RuleCode => code !== null && code in RULES;

export const titleOfRule = (code: RuleCode): string => RULES[code].title;

/** What to do about a finding where that does not depend on the case, else `""`. */
export const adviceOf = (code: RuleCode): string => wordsOf(code).advice ?? "";

/** Whose move it is where the case does not decide. */
export const moverOf = (code: RuleCode): Mover => wordsOf(code).whose ?? MOVER.centre;

type Words<C extends RuleCode> = (typeof RULES)[C];

/** The codes of rules whose findings always matter this much. */
export type CodeOf<S extends Severity> = {
  readonly [C in RuleCode]: Words<C> extends { readonly severity: S } ? C : never;
}[RuleCode];

/** Those of which the case decides how much they matter, between the severities that the table names. */
type OpenCode = Exclude<RuleCode, CodeOf<Severity>>;
type Open<C extends RuleCode> = Words<C> extends { readonly severity: readonly (infer S)[] } ? { readonly severity: S } : unknown;

/** A code, and how much the finding matters where its rule leaves that open. */
export type Graded<C extends RuleCode = RuleCode> =
  | { readonly code: Exclude<C, OpenCode>; readonly severity?: undefined }
  | GradedOpen<Extract<C, OpenCode>>;
type GradedOpen<C extends OpenCode> = C extends OpenCode
  ? { readonly code: C } & Open<C> & { readonly severity: Severity }
  : never;

export function severityOf({ code, severity }: Graded): Severity {
  return severity ?? worstOf(code);
}

/** What a finding says beside its sentence. */
interface Weight {
  readonly severity: Severity;
  readonly advice: string;
}

/** What a finding must say itself, since its rule leaves it open; and an advice of its own, if it has one. */
type OwnWeight<C extends RuleCode> = C extends RuleCode
  ? Open<C> & (Words<C> extends { readonly advice: string } ? { readonly advice?: string } : { readonly advice: string })
  : never;

/** The same as the last argument of a call, which may be left out where nothing is open. */
export type Own<C extends RuleCode> = [C] extends [never]
  ? []
  : Record<string, never> extends OwnWeight<C>
    ? [own?: OwnWeight<C>]
    : [own: OwnWeight<C>];

/** What a finding says itself, else what its rule says. */
export function weightOf<C extends RuleCode>(code: C, ...[own]: Own<C>): Weight {
  return { severity: worstOf(code), advice: adviceOf(code), ...own };
}

function worstOf(code: RuleCode): Severity {
  const { severity } = wordsOf(code);
  return typeof severity === "string" ? severity : severity[0];
}

function wordsOf(code: RuleCode): RuleWords {
  return RULES[code];
}
