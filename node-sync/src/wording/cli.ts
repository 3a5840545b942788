import { typedCommand } from "../terminal/typed-command";

/** What the command line says. */
export const description = "安培台账：矿山安全培训中心的名册、班次、资料、费用和模拟卡";
export const versionHelp = "显示版本";
export const programUsage = "<命令> [选项]";
export const optionsWord = "[选项]";
export const argument = (name: string, isMany: boolean) => `<${name}${isMany ? "…" : ""}>`;
export const helpHelp = "显示帮助";
export const bookHelp = "工作簿文件（也可设环境变量 ANPEI_BOOK）";
export const sheetHelp = "谷歌表格的编号或网址（也可设环境变量 ANPEI_SHEET），代替 --book";
export const bookAndSheet = "--book 和 --sheet 只能用一个。";
export const bookAndSheetSet = "环境变量 ANPEI_BOOK 和 ANPEI_SHEET 都设了，请在命令里写明 --book 或 --sheet。";
export const badSheetId = (text: string) => `“${text}”不是谷歌表格的编号，请复制网址 /d/ 和 /edit 之间的一段。`;
export const todayHelp = "按这一天处理，格式 2024-03-01（默认今天）";
export const dryRunHelp = "只看结果，不写入";
export const jsonHelp = "输出一份 JSON";
export const exampleTitle = "例：";
export const noPlanFile = "请给出计划文件，或用 --propose 写明要提出哪一年的计划，例如 --propose 2025。";
export const badProposalFile = (path: string) => `${path} 不是 .xlsx、.csv 或 .txt，请换一个文件名。`;
export const noCommand = `请给出命令，例如 ${typedCommand("run all --book 名册.xlsx")}；${typedCommand("--help")} 查看全部命令。`;
export const noBook = "请用 --book 指定工作簿文件，或用 --sheet 指定谷歌表格（也可设环境变量 ANPEI_BOOK 或 ANPEI_SHEET）。";
export const badToday = (text: string) => `--today 的“${text}”不是日期，应写成 2024-03-01 的样子。`;
export const badYear = (text: string, option = "--year") => `${option} 的“${text}”不是年度，应写成 2024 的样子。`;
export const badWhere = (text: string) => `--where 的“${text}”应写成 列=值 的样子。`;
export const noSuchTab = (tab: string, tabs: readonly string[]) => `没有“${tab}”这张表。可以用：${tabs.join("、")}。`;
export const noSuchColumn = (tab: string, column: string) => `“${tab}”表里没有列“${column}”。`;
export const noSuchAction = (action: string, actions: readonly string[]) =>
  `没有操作“${action}”。可以用：${actions.join("、")}。`;
export const alreadyThere = (path: string) => `${path} 已经存在，不覆盖。请换一个文件名。`;
/** Which program is to be updated, where a workbook is of a newer one. */
export const updateThis = "请升级这台电脑上的命令行程序 anpei。";
export const unexpected = (message: string) => `程序出错：${message}（设 DEBUG=anpei 可看详情）`;
export const notXlsxName = (path: string) => `${path} 应以 .xlsx 结尾。`;

const titles: Readonly<Record<string, string>> = {
  "Usage:": "用法：",
  "Arguments:": "参数：",
  "Options:": "选项：",
  "Commands:": "命令：",
  "Global Options:": "通用选项：",
};
export const helpTitle = (title: string) => titles[title] ?? title;

/** Commander's complaints, in Chinese; the word at fault is what it quotes. */
export function usage(code: string, message: string): string {
  const [, word = ""] = /'([^']*)'/.exec(message) ?? [];
  const sentences: Readonly<Record<string, string>> = {
    "commander.unknownOption": `没有选项 ${word}。`,
    "commander.unknownCommand": `没有命令 ${word}。`,
    "commander.missingArgument": `缺少参数 <${word}>。`,
    "commander.optionMissingArgument": `选项 ${word} 后面要写值。`,
    "commander.excessArguments": "参数太多。",
    "commander.help": noCommand,
  };
  return `${sentences[code] ?? "命令写法不对。"}用 --help 查看写法。`;
}

/** What a long run is at. */
export const phaseTitles = { read: "正在读工作簿…", decide: "正在计算…", write: "正在写入…" };
