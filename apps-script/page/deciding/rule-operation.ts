import { type Operation, operationOf } from "../../domain/operations/operation";
import { Refusal } from "../../domain/refusal";
import { ACTIONS, type ActionId, ALL_TITLE, ruleOf } from "../../domain/rules/actions";
import { unknownAction } from "../wording/page";

interface RuleAction {
  readonly id: ActionId;
  readonly title: string;
}

const ALL: RuleAction = { id: "all", title: ALL_TITLE };

/**
 * One of the actions over the whole workbook, or all of them; the ids are those of the command line.
 *
 * @throws {Refusal} `no-action`
 */
export function ruleOperation(wanted: string): Operation {
  const known = [ALL, ...ACTIONS].find(({ id }) => id === wanted);
  if (!known) throw new Refusal("no-action", unknownAction(wanted));
  return operationOf(known.id, known.title, ruleOf(known.id));
}
