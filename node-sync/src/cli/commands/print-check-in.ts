import { randomBytes } from "node:crypto";
import { classesMeant } from "../../../../apps-script/domain/naming/class-names";
import { checkInForm } from "../../../../apps-script/domain/operations/desk/check-in-form";
import { classesOf } from "../../../../apps-script/domain/plan/classes";
import type { TrainingClass } from "../../../../apps-script/domain/plan/training-class";
import { type Context, contextOf } from "../../../../apps-script/domain/rules/context";
import { ACTION_TABLES, type TableName } from "../../../../apps-script/domain/schema/index";
import { type Snapshot, snapshotOf } from "../../../../apps-script/domain/snapshot/snapshot";
import { createBeside } from "../../files/create-beside";
import { checkInSheet } from "../../print/check-in-sheet";
import { refusal, UsageError } from "../../refusal";
import { linesOf } from "../../wording/plain-text";
import * as say from "../../wording/print";
import { type Common, type Options, type Report, textOption } from "../command";
import { gridsOf } from "../session";

/** What the command calls the form, and the operation that takes it back. */
export const CHECK_IN = "check-in";

/** 报到收费表 as the .xlsx that is filled in and taken back by `do check-in --file`. */
export async function printCheckIn(common: Common, options: Options, out: string): Promise<Report> {
  const written = textOption(options, "class");
  if (written === undefined) throw new UsageError(say.noClass);
  const tables: readonly TableName[] = ACTION_TABLES;
  const snapshot = snapshotOf(await gridsOf(common, tables), tables);
  const context = contextOf(snapshot, common.today);
  const one = classFor(written, snapshot, context);
  const form = checkInForm(snapshot, context, one, randomBytes(5).toString("hex"));
  const people = form.lines.length;
  if (people === 0) throw refusal("not-possible", say.nobodyIn(one.name));
  const repeated = snapshot.repeated.filter(({ table }) => table === "roster").map(({ key, at }) => say.repeatedRows(key, at));
  const leftOut = [...(form.unnumbered > 0 ? [say.unnumbered(form.unnumbered)] : []), ...repeated];
  const bytes = await checkInSheet(form);
  const file = common.dryRun ? null : await createBeside(out, (copy) => say.checkInName(one.name, copy), bytes);
  return {
    json: { form: CHECK_IN, class: one.name, people, file, leftOut },
    text: linesOf([file === null ? say.dryRun(one.name, people) : say.printed(file, people), ...leftOut]),
    needsPerson: leftOut.length > 0,
  };
}

function classFor(written: string, snapshot: Snapshot, { settings }: Context): TrainingClass {
  const classes = classesOf(snapshot, settings.planYear);
  const found = classesMeant(written, classes);
  const [one, ...more] = found;
  const names = (found.length > 0 ? found : classes).map(({ name }) => name);
  if (one === undefined || more.length > 0) throw refusal("not-possible", say.whichClass(written, found.length, names));
  return one;
}
