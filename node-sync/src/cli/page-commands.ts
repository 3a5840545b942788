import { dirname, join } from "node:path";
import { UsageError } from "../refusal";
import * as say from "../wording/workbench";
import type { RunCommand } from "../workbench/jobs";
import type { CommandTerms } from "../workbench/workbench";
import { SPECS } from "./specs";
import { withStop } from "./stop-report";

/** The commands of the command line, as a page of the workbench asks for them. */
export function commandFor(book: string, page: CommandTerms): RunCommand {
  return async (name, args, { dryRun, newBook, ...options }) => {
    const spec = SPECS.find((one) => one.name === name);
    if (!spec) throw new Error(`no command ${name}`);
    const { run } = await spec.load();
    const common = { book, sheet: null, today: page.today, dryRun: dryRun === true, json: true, page };
    const report = await (typeof newBook === "string"
      ? run({ ...common, book: beside(book, newBook) }, args, { ...options, from: book })
      : run(common, args, options));
    return { json: withStop(report).json, needsPerson: report.needsPerson };
  };
}

/** A name that systems take, of a file that office programs do not hide or use as their mark. */
const NAME = /^[^\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}.~$][^\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]{0,120}\.xlsx$/iu;

/** What a page calls a new workbook: a name in the folder of this one, which leads nowhere else. */
function beside(book: string, name: string): string {
  if (!NAME.test(name)) throw new UsageError(say.notBeside);
  const path = join(dirname(book), name.normalize("NFC"));
  if (path === book) throw new UsageError(say.sameName);
  return path;
}
