import type { Severity } from "../changes/finding";
import type { Mover } from "../schema/allowed";

/** What is said of every finding of a rule. */
export interface RuleWords {
  /** What 待办 shows under 规则. */
  readonly title: string;
  /** What to do about it; left out where that depends on the case. */
  readonly advice?: string;
  /** Several where the case decides between them, the worst first: the finding then says which it is. */
  readonly severity: Severity | readonly [Severity, Severity, ...Severity[]];
  /** Whose move it is; the centre's where nothing is said. */
  readonly whose?: Exclude<Mover, "中心">;
}

type RuleTable = Readonly<Record<string, RuleWords>>;

/** The rules of one family by their codes. */
export function ruleTable<const R extends RuleTable>(rules: R): R {
  return rules;
}

type CodesIn<T> = T extends unknown ? keyof T : never;
type Shared<F extends readonly RuleTable[]> = F extends readonly [infer First, ...infer Rest extends readonly RuleTable[]]
  ? (keyof First & CodesIn<Rest[number]>) | Shared<Rest>
  : never;
type Joined<F> = (F extends unknown ? (family: F) => void : never) extends (all: infer All) => void ? All : never;

/** The rules of several families. Where two share a code, a second argument is asked for that nobody has: it does not compile. */
export function joined<const F extends readonly RuleTable[]>(
  families: F,
  ..._shared: [Shared<F>] extends [never] ? [] : [code: Shared<F>]
): Joined<F[number]> {
  return Object.assign({}, ...families) as Joined<F[number]>;
}
