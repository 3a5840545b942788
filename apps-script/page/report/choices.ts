import type { ChangeSet } from "../../domain/changes/change-set";
import type { Done } from "../../domain/operations/define-operation";
import { decisionsIn } from "../../domain/rules/left-out";
import type { Choice } from "../deciding/choices";
import { factOf } from "./told";
import type { ChoiceLine } from "./view";

interface Decision {
  readonly changes: ChangeSet;
  readonly done: Done | null;
  readonly choices: readonly Choice[];
}

/** Who can be left out, with what is decided for each. A form that was filled in for one person is sent or not. */
export function choiceLines({ changes, done, choices }: Decision): readonly ChoiceLine[] {
  if (done !== null && choices.length < 2) return [];
  const decided = decisionsIn(changes);
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
