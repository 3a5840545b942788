import { operationOf } from "../../../../apps-script/domain/operations/operation";
import { ACTIONS, type ActionId, ALL_TITLE, ruleOf } from "../../../../apps-script/domain/rules/actions";
import { UsageError } from "../../refusal";
import { noSuchAction } from "../../wording/cli";
import type { Run } from "../command";
import { reportOf } from "../receipt";
import { performOn } from "../session";

export const run: Run = async (common, [id = ""]) => {
  const receipt = await performOn(common, operationOf(id, titleOf(id), ruleOf(id as ActionId)));
  return reportOf(receipt);
};

function titleOf(id: string): string {
  if (id === "all") return ALL_TITLE;
  const action = ACTIONS.find((candidate) => candidate.id === id);
  if (!action) throw new UsageError(noSuchAction(id, [...ACTIONS.map((candidate) => candidate.id), "all"]));
  return action.title;
}
