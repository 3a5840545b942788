import { callsOff, nameOf } from "../../../apps-script/domain/plan/called-off";
import { readPlanCells, readPlanText } from "../../../apps-script/domain/plan/read-plan";

test.each<[string, string]>([
  ["再培训班第三期（停办）", "再培训班第三期"],
  ["再培训班第三期 停办", "再培训班第三期"],
  ["再培训班第三期因故取消", "再培训班第三期"],
  ["再培训班第三期，因报名人数不足，停开", "再培训班第三期"],
  ["再培训班第三期已取消", "再培训班第三期"],
  ["取消：再培训班第三期", "再培训班第三期"],
  ["（停办）再培训班第三期", "再培训班第三期"],
  ["取消再培训班第三期", "再培训班第三期"],
  ["再培训班第三期不再举办", "再培训班第三期"],
])("%s calls off %s", (written, name) => {
  expect(callsOff(written)).toBe(true);
  expect(nameOf(written)).toBe(name);
});

test.each(["取消", "本期取消", "5月14日（取消）", "因场地原因停办。", "停 办"])("beside a class, %s calls it off", (written) => {
  expect(callsOff(written)).toBe(true);
});

test.each([
  "再培训班第三期",
  "如取消另行通知",
  "不取消",
  "暂不停办",
  "是否停办待定",
  "取消月份限制",
  "取消报名费",
  "原定停办，现恢复",
  `停办${"。".repeat(300)}`,
])("%s does not", (written) => {
  expect(callsOff(written)).toBe(false);
  expect(nameOf(written)).toBe(written);
});

const TITLES = ["班级名称", "月份", "报名截止", "预约时间", "报到时间", "学习时间"];
const days = ["6-7月", "3月31日", "4月13日-5月12日", "5月14日9:00-11:00", "5月14日-5月17日"];

test.each<[string, (string | null)[][]]>([
  ["in the name", [TITLES, ["再培训班第三期（停办）", ...days]]],
  ["in one of its cells", [TITLES, ["再培训班第三期", ...days.slice(0, 3), "取消", "取消"]]],
  [
    "in a column of its own",
    [
      [...TITLES, "备注"],
      ["再培训班第三期", ...days, "因故停办"],
    ],
  ],
  ["beside the table", [TITLES, ["再培训班第三期", ...days, "停开"]]],
  ["with nothing else", [TITLES, ["再培训班第三期", null, null, null, null, "停办"]]],
  ["in one cell", [TITLES, ["再培训班第三期停办", null, null, null, null, null]]],
])("the word %s stops the class", (_name, cells) => {
  const { classes, problems } = readPlanCells(cells);
  expect(problems).toEqual([]);
  expect(classes).toMatchObject([{ name: "再培训班第三期", stopped: true }]);
});

test("a line under the table", () => {
  const text = [TITLES.join("\t"), ["再培训班第四期", ...days].join("\t"), "再培训班第三期停办", "注：如停办另行通知"].join("\n");
  const { classes, problems } = readPlanText(text);
  expect(problems).toEqual([]);
  expect(classes.map(({ name, stopped }) => [name, stopped])).toEqual([
    ["再培训班第四期", undefined],
    ["再培训班第三期", true],
  ]);
});
