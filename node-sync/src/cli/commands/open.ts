import { fileURLToPath } from "node:url";
import { dayInShanghai } from "../../clock";
import { realFile } from "../../files/real-file";
import { BY_DOUBLE_CLICK, keepAsLast } from "../../launch/chosen-book";
import { UsageError } from "../../refusal";
import * as say from "../../wording/workbench";
import { stateOf } from "../../workbench/book-state";
import { openBrowser } from "../../workbench/browser";
import { pageOfRunning } from "../../workbench/running-note";
import { openWorkbench } from "../../workbench/workbench";
import { type Options, type Report, type Run, textOption } from "../command";
import { commandFor } from "../page-commands";
import { bookOf } from "../session";

/** Ctrl+C, a polite kill, a window that is closed. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Starts the local server and opens a page; the process stays until the server ends. Where one runs for this workbook already,
 * that one opens another page.
 */
export const run: Run = async (common, _args, options) => {
  if (common.sheet !== null) throw new UsageError(say.onlyFiles);
  if (common.dryRun) throw new UsageError(say.noTrial);
  const book = bookOf({ ...common, book: common.book ?? (await realFile(say.usualBook)) });
  await stateOf(book);
  const today = textOption(options, "today") === undefined ? dayInShanghai : () => common.today;
  const workbench = await openWorkbench({
    ...{ book, today, pages: pagesFolder() },
    onMade: async () => {
      // Who cannot keep it drags the workbook onto the launcher again.
      if (process.env[BY_DOUBLE_CLICK]) await keepAsLast(book).catch(() => undefined);
    },
    clerk: textOption(options, "clerk") ?? process.env.ANPEI_CLERK,
    command: (terms) => commandFor(book, terms),
  });
  if (workbench === null) return reportOf(await pageOfRunning(book), options, say.openedAgain);
  const end = (): void => void workbench.close();
  for (const signal of SIGNALS) process.on(signal, end);
  void workbench.ended.then(() => SIGNALS.map((signal) => process.off(signal, end)));
  return reportOf(workbench.newPage(), options, say.opened);
};

async function reportOf(url: string, options: Options, told: (url: string) => string): Promise<Report> {
  const isShown = options.browser === false || (await openBrowser(url));
  return { json: { url }, text: isShown ? told(url) : say.noBrowser(url), needsPerson: false };
}

/** Where the page lies beside the built program. */
declare const BUILT_AT: string;

function pagesFolder(): string {
  return fileURLToPath(new URL("./page/", BUILT_AT));
}
