import { Command, Option } from "commander";
import { isDay } from "../../../apps-script/domain/days/civil-day";
import { version } from "../../../package.json";
import { dayInShanghai } from "../clock";
import { explain } from "../explain";
import { realFile } from "../files/real-file";
import { UsageError } from "../refusal";
import { print, printAside, printJson } from "../terminal/terminal";
import { typedCommand } from "../terminal/typed-command";
import * as say from "../wording/cli";
import type { CommandSpec, Common, Options, Report } from "./command";
import { sheetIdIn } from "./sheet-id";
import { SPECS } from "./specs";
import { withStop } from "./stop-report";

/** Runs the command line; the only place that catches what ends a command. Sets the exit code and leaves the process to end by itself. */
export async function main(argv: readonly string[]): Promise<void> {
  const asJson = argv.includes("--json");
  process.stdout.on("error", quietWhenReaderIsGone);
  try {
    const report = await parse(argv);
    if (!report) return;
    const { json, text } = withStop(report);
    await (asJson ? printJson(json) : print(text));
    process.exitCode = report.stopped ? 5 : report.needsPerson ? 4 : 0;
    if (report.stopped) debug(report.stopped.error);
  } catch (error) {
    const { exit, ...explained } = explain(error);
    process.exitCode = exit;
    if (exit === 0) return;
    debug(error);
    if (asJson) await printJson({ error: explained }, 0);
    else printAside(explained.message);
  }
}

function debug(error: unknown): void {
  if (process.env.DEBUG === "anpei" && error instanceof Error) printAside(String(error.stack));
}

const HELP: readonly string[] = ["-h", "--help"];

async function parse(argv: readonly string[]): Promise<Report | null> {
  const [name, first] = argv;
  const helpAbout = SPECS.find((spec) => spec.name === name)?.helpAbout;
  if (helpAbout && first && !first.startsWith("-") && argv.some((word) => HELP.includes(word))) return helpAbout(first);
  let report: Report | null = null;
  const program = new Command("anpei")
    .description(say.description)
    .usage(say.programUsage)
    .version(version, "-V, --version", say.versionHelp)
    .helpCommand(false);
  dress(program);
  for (const spec of SPECS) {
    addCommand(program, spec, async (common, args, options) => {
      if (spec.readsFiles) (await import("../readers/readers")).warmReaders();
      const { run } = await spec.load();
      report = await run(common, args, options);
    });
  }
  if (argv.length === 0) {
    program.outputHelp({ error: true });
    throw new UsageError(say.noCommand);
  }
  await program.parseAsync(argv, { from: "user" });
  return report;
}

type Handle = (common: Common, args: readonly string[], options: Options) => Promise<void>;

function addCommand(program: Command, spec: CommandSpec, handle: Handle): void {
  const command = program
    .command(`${spec.name} ${spec.args ?? ""}`.trim())
    .description(spec.summary)
    .usage(`${spec.args ?? ""} ${say.optionsWord}`.trim());
  dress(command);
  for (const [flags, text] of spec.options ?? []) command.addOption(optionOf(flags, text));
  command
    .option("--book <文件>", say.bookHelp)
    .option("--sheet <编号>", say.sheetHelp)
    .option("--today <日期>", say.todayHelp)
    .option("--dry-run", say.dryRunHelp)
    .option("--json", say.jsonHelp)
    .addHelpText("after", `\n${say.exampleTitle}\n  ${typedCommand(spec.example)}`);
  if (spec.takesFields) command.allowUnknownOption();
  command.action(async (...given: unknown[]) => {
    const options = command.opts<Options>();
    const named = given
      .slice(0, command.registeredArguments.length)
      .flat()
      .filter((one) => one !== undefined);
    const args = (spec.takesFields ? command.args : named).map(String);
    await handle(await commonOf(spec, options), args, options);
  });
}

/** Commander sees `...>` after Latin letters only. */
function optionOf(flags: string, text: string): Option {
  const option = new Option(flags, text);
  option.variadic = flags.endsWith("...>");
  return option;
}

function dress(command: Command): void {
  command
    .exitOverride()
    .helpOption("-h, --help", say.helpHelp)
    .configureHelp({
      styleTitle: say.helpTitle,
      subcommandTerm: (sub) =>
        `${sub.name()} ${sub.registeredArguments.map((argument) => say.argument(argument.name(), argument.variadic)).join(" ")}`.trim(),
    })
    .configureOutput({ writeErr: () => undefined, outputError: () => undefined });
}

/** The one place where the path of a workbook comes in: from here on it is the file itself, never a link to it. */
async function commonOf(spec: CommandSpec, options: Options): Promise<Common> {
  const today = options.today ?? dayInShanghai();
  if (!isDay(today)) throw new UsageError(say.badToday(String(today)));
  const { book, sheet } = spec.documents === "both" ? documentsOf(options) : documentOf(options);
  return {
    book: book === null ? null : await realFile(book),
    sheet,
    today,
    dryRun: options.dryRun === true,
    json: options.json === true,
  };
}

type Documents = Pick<Common, "book" | "sheet">;

/** What the call names goes before the environment; two documents at once are one too many. */
function documentOf({ book, sheet }: Options): Documents {
  const { ANPEI_BOOK, ANPEI_SHEET } = process.env;
  const isNamed = typeof book === "string" || typeof sheet === "string";
  const one = isNamed ? named(book, sheet) : named(ANPEI_BOOK, ANPEI_SHEET);
  if (one.book !== null && one.sheet !== null) throw new UsageError(isNamed ? say.bookAndSheet : say.bookAndSheetSet);
  return one;
}

/** For a command between two documents the environment stands in for each. */
function documentsOf({ book, sheet }: Options): Documents {
  const { ANPEI_BOOK, ANPEI_SHEET } = process.env;
  return named(book ?? ANPEI_BOOK, sheet ?? ANPEI_SHEET);
}

function named(book: unknown, sheet: unknown): Documents {
  const [file, id] = [book, sheet].map((text) => (typeof text === "string" && text.trim() !== "" ? text.trim() : null));
  return { book: file ?? null, sheet: id ? sheetIdIn(id) : null };
}

/** `anpei … | head` ends quietly. */
function quietWhenReaderIsGone(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
