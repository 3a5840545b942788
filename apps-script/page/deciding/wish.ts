import type { Done } from "../../domain/operations/define-operation";
import { BadInput } from "../../domain/operations/inputs/bad-input";
import type { RawInput } from "../../domain/operations/inputs/read-input";
import type { Operation } from "../../domain/operations/operation";
import { CLERK_OPERATIONS } from "../../domain/operations/registry";
import { undoOperation } from "../../domain/operations/undo";
import { Refusal } from "../../domain/refusal";
import type { TableName } from "../../domain/schema/index";
import { unknownAction } from "../wording/page";
import { type PlanSource, planOperation } from "./plan-operation";
import { ruleOperation } from "./rule-operation";

/** What staff want done, as plain data: it goes to wherever it is decided. */
export type Wish =
  | { readonly kind: "rule"; readonly id: string }
  | { readonly kind: "plan"; readonly source: PlanSource }
  | { readonly kind: "form"; readonly id: string; readonly values: RawInput }
  | Undoing;

/** The undoing of a run, alone or with the edits right before it: `runs` are all of them, and `tables` what they have written to. */
interface Undoing {
  readonly kind: "undo";
  readonly run: string;
  readonly isAlone: boolean;
  readonly runs: readonly string[];
  readonly tables: readonly TableName[];
}

/**
 * The operation that a wish is about. Only those of forms tell something besides.
 *
 * @throws {BadInput}
 * @throws {Refusal} for a plan that can't be read
 */
export function operationFor(wish: Wish, clerk: string): Operation<Done | undefined> {
  if (wish.kind === "rule") return silent(ruleOperation(wish.id));
  if (wish.kind === "plan") return silent(planOperation(wish.source));
  if (wish.kind === "undo") return silent({ ...undoOperation(wish.run, wish.isAlone), tables: wish.tables });
  const operation = CLERK_OPERATIONS.find(({ id }) => id === wish.id);
  if (!operation) throw new Refusal("no-action", unknownAction(wish.id));
  const bound = operation.bind(wish.values, clerk);
  if ("problems" in bound) throw new BadInput(bound.problems);
  return bound;
}

/** What it reports is nothing that a person is told. */
function silent(operation: Operation): Operation<undefined> {
  return {
    ...operation,
    decide: (snapshot, context) => {
      const { report: _, ...decision } = operation.decide(snapshot, context);
      return decision;
    },
  };
}
