import { decideAway } from "../../../../apps-script/domain/operations/earlier-decision";
import { type Operation, operationOf, tablesOf } from "../../../../apps-script/domain/operations/operation";
import { runsUndoneBy, undoOperation } from "../../../../apps-script/domain/operations/undo";
import { ACTIONS, ALL_TITLE, ruleOf } from "../../../../apps-script/domain/rules/actions";
import { valueIn } from "../../../../apps-script/domain/serving/answer";
import type { Answer, AskOf, CallName, ValueOf } from "../../../../apps-script/domain/serving/calls";
import { gridsIn } from "../../../../apps-script/domain/serving/reading";
import { snapshotOf } from "../../../../apps-script/domain/snapshot/snapshot";
import { planOperation } from "../../../../apps-script/page/deciding/plan-operation";
import { describe } from "../../../../apps-script/page/report/described";
import { previewOf, resultOf } from "../../../../apps-script/page/report/report";
import type { Report } from "../../../../apps-script/page/report/view";
import { whoIn } from "../../../../apps-script/page/report/who";
import type { AddOn } from "./add-on";

/** Asks the script as its page does. */
export function called<N extends CallName>(addOn: AddOn, name: N, ask: AskOf<N>): ValueOf<N> {
  return valueIn(JSON.parse(String(addOn.call("pageCall", name, ask))) as Answer<ValueOf<N>>);
}

/** What one trip through the page said. */
interface Pressed {
  readonly preview: Report;
  readonly result: Report;
}

/**
 * Clicks a menu item and does what its page does, all at once: opens, gives a name if asked, reads, decides, sends. `plan` is
 * pasted.
 */
export function press(addOn: AddOn, handler: string, plan = ""): Pressed {
  addOn.call(handler);
  const shown = addOn.google.ui.dialogs[addOn.google.ui.dialogs.length - 1]?.content ?? "";
  const action = /<body data-action="([\w-]+)">/.exec(shown)?.[1] ?? "";
  const { build, clerk } = called(addOn, "open", { clerk: null, copy: null });
  if (clerk === null) called(addOn, "open", { clerk: "甲", copy: null });
  const runs = action === "undo" ? runsUndoneBy(snapshotOf(gridsIn(readOf(addOn, ["runs"], [])), ["runs"])) : [];
  const operation = operationFor(action, plan);
  const reading = readOf(
    addOn,
    tablesOf(operation).filter((table) => table !== "changeParts" || runs.length > 0),
    runs,
  );
  const { prepared, text } = decideAway(gridsIn(reading), operation, reading.today, build, reading.closed);
  const described = describe({ prepared, done: null, choices: [], who: whoIn([]) }, null);
  const committed = called(addOn, "commit", { decision: text });
  if (committed.state !== "written") throw new Error(JSON.stringify(committed));
  return { preview: previewOf(described), result: resultOf(described, committed) };
}

function readOf(addOn: AddOn, tables: AskOf<"read">["tables"], runs: readonly string[]): ValueOf<"read"> {
  return called(addOn, "read", { tables, runs, isSettled: false });
}

function operationFor(action: string, plan: string): Operation {
  if (action === "plan") return planOperation({ text: plan, tab: null, year: "" });
  if (action === "undo") return undoOperation();
  if (action === "all") return operationOf(action, ALL_TITLE, ruleOf(action));
  const known = ACTIONS.find(({ id }) => id === action);
  if (!known) throw new Error(`no rule ${action}`);
  return operationOf(known.id, known.title, ruleOf(known.id));
}
