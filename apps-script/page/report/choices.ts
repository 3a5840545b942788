import { decisionsIn } from "../../domain/rules/left-out";
import type { Proposal } from "../book/proposal";
import { factOf } from "./told";
import type { ChoiceLine } from "./view";

/** Who can be left out, with what is decided for each. A form that was filled in for one person is sent or not. */
export function choiceLines({ prepared, done, choices }: Pick<Proposal, "prepared" | "done" | "choices">): readonly ChoiceLine[] {
  if (done !== null && choices.length < 2) return [];
  const decided = decisionsIn(prepared.changes);
  const cellsOf = (key: string): string =>
    (decided.get(key) ?? [])
      .map(({ table, column, before, after }) => factOf(table, column, [before, after]))
      .map(({ label, value }) => `${label}：${value}`)
      .join("；");
  return choices.map((choice) => {
    const what = choice.isLeftOut ? "" : (done?.people[choice.key] ?? cellsOf(choice.key));
    return { ...choice, what };
  });
}
