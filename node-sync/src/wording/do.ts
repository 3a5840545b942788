import { typedCommand } from "../terminal/typed-command";

/** What the command `do` says. */
export const looseWord = (word: string): string => `“${word}”前面要写是哪一项，例如 --people ${word}。`;
export const noSuchOperation = (id: string, near: readonly string[], ids: readonly string[]): string =>
  `没有操作“${id}”${near.length > 0 ? `，是不是${near.join("、")}` : ""}。可以用：${ids.join("、")}。`;
export const badInputFile = (path: string): string =>
  `${path} 不是一份 JSON 对象，应写成 {"people": ["B2024-00001"], …} 的样子。`;
export const fieldColumns = ["项", "名称", "要不要", "可以写"];
export const required = "必填";
export const isOptional = "可不写";
export const operationsTitle = "操作和它们的输入：";
export const exampleOf = (command: string): string => `例：${typedCommand(command)}`;
export const fieldsTitle = "各项：";
export const otherOptions = `还可以写 --dry-run、--json 等，见 ${typedCommand("do --help")}；各项也可以写在一个 JSON 文件里，用 --input 给出。`;
export const oneOf = (words: readonly string[], isMany: boolean): string =>
  `可以写：${words.join("、")}${isMany ? "（可写多个）" : ""}`;
export const kinds: Readonly<Record<string, string>> = {
  people: "学员，或名单文件",
  class: "班级，可写“再三”“第三期”",
  unit: "单位全称或别名",
  money: "金额，元",
  day: "日期",
  choice: "",
  text: "文字",
  file: "文件",
  cells: "格子，在 JSON 文件里写 table、row、column、before、after",
};
export const many = "可写多个";

/** Above a text that is to be handed on. */
export const textFor = (to: string): string => `【${to}】`;
