import { randomBytes } from "node:crypto";
import { classesMeant } from "../../../../apps-script/domain/naming/class-names";
import { checkInForm } from "../../../../apps-script/domain/operations/desk/check-in-form";
import { classesOf } from "../../../../apps-script/domain/plan/classes";
import type { TrainingClass } from "../../../../apps-script/domain/plan/training-class";
import { type Context, contextOf } from "../../../../apps-script/domain/rules/context";
import { ACTION_TABLES, type TableName } from "../../../../apps-script/domain/schema/index";
import { type Snapshot, snapshotOf } from "../../../../apps-script/domain/snapshot/snapshot";
import { writeBeside } from "../../files/write-beside";
import { checkInSheet } from "../../print/check-in-sheet";
import { refusal, UsageError } from "../../refusal";
import { linesOf } from "../../wording/plain-text";
import * as say from "../../wording/print";
import { type Run, textOption } from "../command";
import { gridsOf } from "../session";

/** A form as it is printed or filled in. */
interface Printed {
  readonly name: string;
  readonly people: number;
  /** Of the class and not on the form. */
  readonly leftOut: readonly string[];
  readonly bytes: Buffer;
}

type Print = (snapshot: Snapshot, context: Context, one: TrainingClass) => Promise<Printed>;

/** The centre's own Word forms. */
const FORM = "form";

/** Every form by what the command calls it. */
const FORMS: Readonly<Record<string, Print>> = {
  "check-in": async (snapshot, context, one) => {
    const form = checkInForm(snapshot, context, one, randomBytes(5).toString("hex"));
    const leftOut = form.unnumbered > 0 ? [say.unnumbered(form.unnumbered)] : [];
    return { name: say.checkInName(one.name), people: form.lines.length, leftOut, bytes: await checkInSheet(form) };
  },
};

export const run: Run = async (common, [kind = ""], options) => {
  if (kind === FORM) return (await import("./print-form")).run(common, [], options);
  const print = FORMS[kind];
  if (!print) throw new UsageError(say.noSuchForm(kind, [...Object.keys(FORMS), FORM]));
  const [written, out] = [textOption(options, "class"), textOption(options, "out")];
  if (written === undefined) throw new UsageError(say.noClass);
  if (out === undefined || out === "") throw new UsageError(say.noOut);
  const tables: readonly TableName[] = ACTION_TABLES;
  const snapshot = snapshotOf(await gridsOf(common, tables), tables);
  const context = contextOf(snapshot, common.today);
  const one = classFor(written, snapshot, context);
  const { name, people, bytes, ...printed } = await print(snapshot, context, one);
  if (people === 0) throw refusal("not-possible", say.nobodyIn(one.name));
  const repeated = snapshot.repeated.filter(({ table }) => table === "roster").map(({ key, at }) => say.repeatedRows(key, at));
  const leftOut = [...printed.leftOut, ...repeated];
  const file = common.dryRun ? null : await writeBeside(out, name, bytes);
  return {
    json: { form: kind, class: one.name, people, file, leftOut },
    text: linesOf([file === null ? say.dryRun(one.name, people) : say.printed(file, people), ...leftOut]),
    needsPerson: leftOut.length > 0,
  };
};

function classFor(written: string, snapshot: Snapshot, { settings }: Context): TrainingClass {
  const classes = classesOf(snapshot, settings.planYear);
  const found = classesMeant(written, classes);
  const [one, ...more] = found;
  const names = (found.length > 0 ? found : classes).map(({ name }) => name);
  if (one === undefined || more.length > 0) throw refusal("not-possible", say.whichClass(written, found.length, names));
  return one;
}
