import { nearOnes } from "../../../../apps-script/domain/naming/near-names";
import { contextOf } from "../../../../apps-script/domain/rules/context";
import { VIEW_TABLES } from "../../../../apps-script/domain/schema/index";
import { type Snapshot, snapshotOf } from "../../../../apps-script/domain/snapshot/snapshot";
import { UsageError } from "../../refusal";
import { linesOf } from "../../wording/plain-text";
import * as say from "../../wording/views";
import type { Report, Run } from "../command";
import { gridsOf } from "../session";
import { textTable } from "../text-table";
import type { ShownView } from "../views/shown-view";
import { VIEWS } from "../views/views";

/** What a view may be asked, by the names of the options. */
const QUESTIONS = ["class", "unit", "person", "run", "find", "since", "clerk"] as const;

export const run: Run = async (common, [id], options) => {
  if (id === undefined) return allViews();
  const asked = QUESTIONS.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]] as const]));
  const show = viewNamed(id).show(Object.fromEntries(asked));
  const tables = options.run === undefined ? VIEW_TABLES : [...VIEW_TABLES, "changeParts" as const];
  const snapshot: Snapshot = snapshotOf(await gridsOf(common, tables), tables);
  return { ...show(snapshot, contextOf(snapshot, common.today)), needsPerson: false };
};

function viewNamed(id: string): ShownView {
  const view = VIEWS.find((one) => one.id === id || one.title === id);
  if (view) return view;
  const near = nearOnes(id, VIEWS, (one) => [one.id, one.title]).map((one) => one.id);
  throw new UsageError(
    say.noSuchView(
      id,
      near,
      VIEWS.map((one) => one.id),
    ),
  );
}

function allViews(): Report {
  const views = VIEWS.map(({ id, title, about, fields }) => ({ id, title, about, fields }));
  const rows = views.map(({ id, title, about, fields }) => [id, title, about, fields.map(({ name }) => `--${name}`).join(" ")]);
  return { json: { views }, text: linesOf(textTable(say.viewColumns, rows, 80).split("\n")), needsPerson: false };
}
