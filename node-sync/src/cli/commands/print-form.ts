import { basename, extname } from "node:path";
import { BadInput } from "../../../../apps-script/domain/operations/inputs/bad-input";
import { readInput, worldOf } from "../../../../apps-script/domain/operations/inputs/read-input";
import { contextOf } from "../../../../apps-script/domain/rules/context";
import { VIEW_TABLES } from "../../../../apps-script/domain/schema/index";
import { type Snapshot, snapshotOf } from "../../../../apps-script/domain/snapshot/snapshot";
import { FORM_FIELDS } from "../../../../apps-script/domain/views/forms/fields";
import { FORM_QUESTION, type FormView, formView } from "../../../../apps-script/domain/views/forms/form-view";
import { FIELD_GROUPS } from "../../../../apps-script/domain/wording/form-fields";
import { createBeside } from "../../files/create-beside";
import { type FilledForm, fillForm } from "../../forms/fill-form";
import { templateBytes } from "../../forms/word-file";
import { BadFields, UsageError } from "../../refusal";
import * as say from "../../wording/forms";
import { linesOf } from "../../wording/plain-text";
import { fileName, noOut } from "../../wording/print";
import { type Common, type Options, type Report, textOption } from "../command";
import { gridsOf } from "../session";
import { textTable } from "../text-table";

const FORM = "form";
const QUESTIONS = ["class", "unit", "people"] as const;

/** `print form`: the centre's own Word forms, filled in. */
export async function printForm(common: Common, options: Options): Promise<Report> {
  if (options.list === true) return allFields();
  const [template, out] = [textOption(options, "template"), textOption(options, "out")];
  if (template === undefined || template === "") throw new UsageError(say.noTemplate);
  if (out === undefined || out === "") throw new UsageError(noOut);
  const bytes = await templateBytes(template);
  const view = await viewFor(common, options);
  const filled = await fillForm(bytes, basename(template), view);
  const file = common.dryRun
    ? null
    : await createBeside(out, (copy) => fileName(nameOf(template, view), ".docx", copy), filled.bytes);
  return report(filled, view, file);
}

async function viewFor(common: Common, options: Options): Promise<FormView> {
  const asked = QUESTIONS.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]] as const]));
  if (asked.length === 0) throw new UsageError(say.forWhom);
  const read = readInput(FORM_QUESTION, Object.fromEntries(asked));
  if ("problems" in read) throw new BadFields(read.problems);
  const snapshot: Snapshot = snapshotOf(await gridsOf(common, VIEW_TABLES), VIEW_TABLES);
  const context = contextOf(snapshot, common.today);
  const meant = read.meant(worldOf(snapshot, context));
  if ("problems" in meant) throw new BadInput(meant.problems);
  return formView(snapshot, context, meant.input);
}

/** `推荐表-再培训班第二期`, or after the unit, the one person, or how many they are. */
function nameOf(template: string, { class: one, unit, people }: FormView): string {
  const [first, ...more] = people;
  const whom = [one, unit].filter((name) => name !== null);
  const rest = first && more.length === 0 ? [first.name] : whom.length === 0 ? [say.soMany(people.length)] : [];
  const stem = basename(template, extname(template));
  return [stem, ...whom, ...rest].filter((part) => part !== "").join("-");
}

function report({ kind, people, oddities, pages }: FilledForm, view: FormView, file: string | null): Report {
  const notes = oddities.map((one) => say.oddity(one, pages));
  const leftOut = kind === "once" ? [] : leftOutOf(view);
  return {
    json: { form: FORM, kind, class: view.class, unit: view.unit, people, file, leftOut, notes },
    text: linesOf([say.filled(kind, people, file), ...leftOut, ...notes]),
    needsPerson: leftOut.length + notes.length > 0,
  };
}

function leftOutOf({ repeated, elsewhere }: FormView): readonly string[] {
  return [...(repeated > 0 ? [say.repeatedPeople(repeated)] : []), ...(elsewhere > 0 ? [say.peopleElsewhere(elsewhere)] : [])];
}

function allFields(): Report {
  const fields = FORM_FIELDS.map(({ of, names }) => ({ name: names[0] ?? "", names, of: FIELD_GROUPS[of] }));
  const rows = fields.map(({ name, names, of }) => [`{${name}}`, names.slice(1).join("、"), of]);
  return {
    json: { fields },
    text: linesOf([...textTable(say.FIELD_COLUMNS, rows, 60).split("\n"), "", ...say.HOW_TO_WRITE]),
    needsPerson: false,
  };
}
