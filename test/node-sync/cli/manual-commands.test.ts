import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { SPECS } from "../../../node-sync/src/cli/specs";
import { xlsxOf } from "../../../node-sync/src/demo/file-forms";
import { idOf } from "../../domain/people/residents";
import { emptyFolder } from "../../support/cli";
import { bin } from "../../support/program";

const root = resolve(__dirname, "../../..");
const page = (name: string): string => readFileSync(join(root, name), "utf8");
const notice = page("templates/2024年培训计划.txt");

/** Every `npm run --silent anpei -- …` of a page, in its order, as one would type it: remarks behind # are none of it. */
function commandsIn(text: string): string[] {
  const found = [...text.matchAll(/npm run --silent anpei -- ([^`\n]+)/gu)].map(([, rest = ""]) => rest.replace(/\s+#.*$/u, ""));
  return [...new Set(found.map((command) => command.trim()))];
}

/** Not to be tried here: they need Google, a browser, or stand for any command. */
const ELSEWHERE = /--sheet|--drive|^log(?:in|out)|^copied|^open|^<|…/u;
const commands = commandsIn(page("README.zh-CN.md")).filter((command) => !ELSEWHERE.test(command));

/** What each file that the manual names is, made right before the first command that names it. */
const FILES: Readonly<Record<string, (at: string) => Promise<void> | void>> = {
  // The table of 附件1 with its title: in the notice it names no year.
  "计划.txt": (at) => writeFileSync(at, tableOf(notice)),
  "变更.txt": (at) => writeFileSync(at, changeOf(notice)),
  收件: (at) => {
    mkdirSync(at, { recursive: true });
    const people = ["甲", "乙", "丙"].map(
      (name, index) => `${index + 1},某${name},${id(index)},1990000000${index},示例矿业有限公司,`,
    );
    const titles = "序号,姓名,身份证号,手机,单位,职务,学历,类别,有效期";
    const rows = people.map((person, index) => `${person}主要负责人,大专,再培训,2024-${index + 6}-15`);
    writeFileSync(join(at, "示例矿业有限公司.csv"), `\ufeff${[titles, ...rows].join("\n")}\n`);
  },
  "卡.xlsx": (at) =>
    book(at, [
      ["卡号", "密码"],
      ["0088001", "073519"],
    ]),
  "预报名.xlsx": (at) =>
    book(at, [
      ["预报名名单（截至2024年3月13日 8:00）"],
      ["报名时间", "报名班级", "姓名", "身份证号"],
      ["2024/3/3", "再培训班第二期", "某甲", id(0)],
    ]),
  "预约.xlsx": (at) =>
    book(at, [
      ["导出时间：2024-03-13 08:30"],
      ["培训班级", "证件号码", "姓名", "申请时间", "审核状态"],
      ["再培训班第二期", id(0), "某甲", "2024.3.11", "审核通过"],
    ]),
  "成绩.xlsx": (at) =>
    book(at, [
      ["考试成绩（截至2024年3月13日）"],
      ["身份证号码", "姓名", "考试时间", "得分", "是否合格"],
      [id(1), "某乙", "2024年3月8日", "86", "合格"],
    ]),
  单位发回: (at) => {
    mkdirSync(at);
    const sent = join(at, "../发件");
    for (const name of readdirSync(sent)) if (name.endsWith(".xlsx")) copyFileSync(join(sent, name), join(at, name));
  },
};

const id = (index: number): string => idOf("19800101", index + 1);
const tableOf = (text: string): string => text.replace(/^20\d\d年/u, "");
const changeOf = (text: string): string => {
  const [title = "", header = "", ...classes] = tableOf(text).split("\n");
  return [title, header, ...classes.filter((line) => line.includes("第八期"))].join("\n");
};

async function book(at: string, rows: readonly (readonly string[])[]): Promise<void> {
  const bytes = await xlsxOf((sheet) => {
    for (const row of rows) sheet.addRow([...row]);
  });
  writeFileSync(at, bytes);
}

test("the manual's commands, one after the other in a fresh folder, as written", async () => {
  expect(commands.length).toBeGreaterThan(12);
  expect(commands[0]).toMatch(/^init --book 名册\.xlsx --plan 计划\.txt/u);
  const folder = emptyFolder();
  const made = new Set<string>();
  const ended: Record<string, number | null> = {};
  for (const command of commands) {
    const words = command.split(/\s+/u);
    for (const word of words) {
      if (made.has(word) || !(word in FILES)) continue;
      made.add(word);
      await FILES[word]?.(join(folder, word));
    }
    const { status, stderr } = spawnSync(process.execPath, [bin, ...words], { cwd: folder, encoding: "utf8" });
    ended[command] = status;
    if (status !== 0 && status !== 4) throw new Error(`${command}: exit ${status}\n${stderr}`);
  }
  expect(Object.values(ended).filter((exit) => exit !== 0 && exit !== 4)).toEqual([]);
});

test("every option in README.md's table is one of its command", () => {
  const common = ["--book", "--sheet", "--json", "--dry-run", "--today", "--help"];
  const wrong = [...page("README.md").matchAll(/^\| `([a-z]+)([^|]*)\|([^|]*)\|$/gmu)].flatMap(
    ([, name = "", usage = "", does = ""]) => {
      const spec = SPECS.find((one) => one.name === name);
      if (!spec) return [];
      const known = [...common, ...(spec.options ?? []).map(([option]) => option.split(" ")[0])];
      return [...`${usage}${does}`.matchAll(/--[a-z][a-z-]*/gu)].flatMap(([option]) =>
        known.includes(option) ? [] : [`${name} ${option}`],
      );
    },
  );
  expect(wrong).toEqual([]);
});
