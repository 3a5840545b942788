import { withChanges } from "../changes/advance";
import type { Summary } from "../changes/change-set";
import { combine } from "../changes/combine";
import type { Outcome } from "../changes/outcome";
import type { Snapshot } from "../snapshot/snapshot";
import { actionTitles, STALE } from "../wording/actions";
import { assign } from "./assign/assign";
import { cards } from "./cards";
import { checkPlanRule } from "./check-plan";
import { checkRoster, checkRows, checkSiteRows, rosterOf } from "./check-roster";
import { type Context, contextOf } from "./context";
import { dashboard } from "./dashboard";
import { fees } from "./money/fees";
import { numberRows } from "./number-rows";
import { papers } from "./papers";
import { progress } from "./progress";
import { READS } from "./reads";
import { type Remembered, type Rule, remembered } from "./rule";
import { makeTodo } from "./todo";

/** What 待办 asks again, after all that the actions will have written. */
const CHECKS = {
  plan: remembered(checkPlanRule, READS.plan),
  rows: remembered(checkRows, READS.rows),
  sites: remembered(checkSiteRows, READS.sites),
  assign: remembered(assign, READS.assign),
  papers: remembered(papers, READS.papers),
  fees: remembered(fees, READS.fees),
  cards: remembered(cards, READS.cards),
} as const satisfies Readonly<Record<keyof typeof READS, Remembered>>;

/** The menu actions in the order in which `all` runs them; the ids are those of the command line. */
export const ACTIONS = [
  { id: "check-plan", title: actionTitles["check-plan"], rule: CHECKS.plan.rule },
  { id: "check-roster", title: actionTitles["check-roster"], rule: rosterOf(CHECKS.rows.rule, CHECKS.sites.rule) },
  { id: "assign", title: actionTitles.assign, rule: CHECKS.assign.rule },
  { id: "papers", title: actionTitles.papers, rule: CHECKS.papers.rule },
  { id: "fees", title: actionTitles.fees, rule: CHECKS.fees.rule },
  { id: "cards", title: actionTitles.cards, rule: CHECKS.cards.rule },
  { id: "todo", title: actionTitles.todo, rule: makeTodo(Object.values(CHECKS).map(({ finds }) => finds)) },
  { id: "dashboard", title: actionTitles.dashboard, rule: dashboard },
] as const;

export type ActionId = (typeof ACTIONS)[number]["id"] | "all";

export const ALL_TITLE = actionTitles.all;

export function ruleOf(id: ActionId): Rule {
  if (id === "all") return runAll;
  const action = ACTIONS.find((candidate) => candidate.id === id);
  return runOne(action ? action.rule : checkRoster);
}

/** One action: rows are numbered first, 进度 follows for the rows it touched. */
export function runOne(rule: Rule): Rule {
  return (snapshot, context) => {
    const steps = new Steps(snapshot, context);
    const { summary } = steps.take(rule);
    const touched = steps.touchedRoster();
    steps.take((now, at) => progress(now, at, touched));
    return combine([...steps.outcomes, settingProblems(context)], summary);
  };
}

/** Every action after the other, as one change set with a summary by action. */
export const runAll: Rule = (snapshot, context) => {
  const steps = new Steps(snapshot, context);
  const summaries: Record<string, Summary> = {};
  for (const action of ACTIONS) summaries[action.id] = steps.take(action.rule).summary;
  steps.take((now, at) => progress(now, at));
  return combine([...steps.outcomes, settingProblems(context)], summaries);
};

/** Rules one after the other, each on what the earlier ones will have written. */
class Steps {
  readonly outcomes: Outcome[] = [];
  private snapshot: Snapshot;

  constructor(
    snapshot: Snapshot,
    private readonly context: Context,
  ) {
    this.snapshot = snapshot;
    this.take(numberRows);
  }

  take(rule: Rule): Outcome {
    const outcome = rule(this.snapshot, contextOf(this.snapshot, this.context.today, this.context.leftOut));
    this.outcomes.push(outcome);
    const before = this.snapshot;
    this.snapshot = withChanges(before, outcome);
    for (const check of Object.values(CHECKS)) check.follow(before, outcome, this.snapshot);
    return outcome;
  }

  touchedRoster(): ReadonlySet<string> {
    const { roster } = this.snapshot;
    const keys = new Set(
      this.outcomes.flatMap((outcome) => outcome.cells.filter((cell) => cell.table === "roster").map((cell) => cell.row)),
    );
    return new Set(
      roster.filter((row) => keys.has(row.key) || row.progress === null || row.progress === STALE).map((row) => row.key),
    );
  }
}

function settingProblems(context: Context): Outcome {
  return { cells: [], rows: [], findings: context.problems, summary: {} };
}
