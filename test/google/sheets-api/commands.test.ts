import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { emptyFolder } from "../../support/cli";
import { CommandLine } from "../../support/command-line";
import { type Loopback, startLoopback } from "../loopback";

const PLAN = resolve(__dirname, "../../../templates/2024年培训计划.txt");
const NOTICE = resolve(__dirname, "../../fixtures/notice-2024.txt");
const LIST = `姓名,证件号,手机号,工作单位,职位,申报类型,证件有效期,备注
甲一,379999198001010024,19900000001,测试金矿,主要负责人,再培训,2024.6.20,=1+1
甲二,37999919750815003X,19900000002,测试金矿,安管人员,复审,2024年1月5日,00123
甲三,37999919850101,19900000003,测试金矿,安全生产管理人员,初训,,
,379999199001010011,19900000004,测试金矿,安全生产管理人员,初培,,
`;
const CARDS = "卡号,密码,科目,类型\n0000000001,p0001,安全生产管理人员,初培\n0000000002,p0002,安全生产管理人员,初培\n";
const BOOKED = "证件号,姓名,班级,状态,预约日期\n379999198001010024,甲一,再培训班第二期,通过,2024-03-18\n";

/** The calls of a week, in order; what a call writes to lies in the office's own folder. */
const CALLS: readonly (readonly string[])[] = [
  ["init", "--plan", PLAN, "--year", "2024"],
  ["plan", NOTICE],
  ["import", "名单.csv", "--replies", "回执"],
  ["run", "all", "--dry-run"],
  ["run", "check-plan"],
  ["run", "all"],
  ["run", "all"],
  ["cards", "卡.csv"],
  ["import", "预约.csv", "--as", "省厅预约"],
  ["run", "cards"],
  ["export", "--out", "发件"],
  ["import", "发件", "--replies", "回执"],
  ["undo"],
  ["undo", "--run", "R99999"],
  ["show", "名册"],
  ["show", "培训计划", "--where", "类别=再培训"],
  ["show", "待办"],
  ["show", "单位"],
  ["show", "模拟卡"],
  ["log"],
  ["log", "--run", "R00003"],
];

let google: Loopback;
let command: CommandLine;
beforeAll(async () => {
  google = await startLoopback();
  command = new CommandLine(google);
});
afterAll(async () => {
  await command.close();
  await google.close();
});

/** What each call says of a document, without the names of places and the times of runs. */
async function week(document: (folder: string) => readonly string[]): Promise<unknown[]> {
  const folder = emptyFolder();
  for (const [name, text] of Object.entries({ "名单.csv": LIST, "卡.csv": CARDS, "预约.csv": BOOKED })) {
    writeFileSync(join(folder, name), text);
  }
  mkdirSync(join(folder, "发件"));
  const told: unknown[] = [];
  for (const call of CALLS) {
    const args = call.map((word) => (/^(名单|卡|预约)\.csv$|^(回执|发件)$/.test(word) ? join(folder, word) : word));
    const { exit, out } = await command.run([...args, ...document(folder), "--today", "2024-03-20", "--json"]);
    const plain = out
      .replaceAll(folder, "")
      .replace(/"(book|sheet)": ".*"/, '"document": ""')
      .replace(/\d{4}-\d\d-\d\dT[\d:]+\+08:00/g, "a moment")
      .replace(/[0-9a-f]{16}/g, "a fingerprint");
    // Google's quota of a minute is of no interest here.
    google.clock.advance(60_000);
    told.push([call.join(" "), exit, plain]);
  }
  return told;
}

test("every command says and does the same with --sheet as with --book", async () => {
  const book = await week((folder) => ["--book", join(folder, "名册.xlsx")]);
  const sheet = await week(() => ["--sheet", google.spreadsheetId]);
  for (const [place, said] of book.entries()) expect(sheet[place]).toEqual(said);
  expect(book.map((said) => (said as [string, number])[1])).toEqual(expect.arrayContaining([0, 3, 4]));
  expect(readFileSync(NOTICE, "utf8")).toContain("再培训班第八期");
}, 300_000);
