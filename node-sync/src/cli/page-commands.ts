import type { RunCommand } from "../workbench/jobs";
import type { CommandTerms } from "../workbench/workbench";
import { SPECS } from "./specs";
import { withStop } from "./stop-report";

/** The commands of the command line, as a page of the workbench asks for them. */
export function commandFor(book: string, page: CommandTerms): RunCommand {
  return async (name, args, { dryRun, ...options }) => {
    const spec = SPECS.find((one) => one.name === name);
    if (!spec) throw new Error(`no command ${name}`);
    const { run } = await spec.load();
    const report = await run({ book, sheet: null, today: page.today, dryRun: dryRun === true, json: true, page }, args, options);
    return { json: withStop(report).json, needsPerson: report.needsPerson };
  };
}
