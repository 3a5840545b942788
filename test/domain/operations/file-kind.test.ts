import type { TableSheet } from "../../../apps-script/domain/merge/table-file";
import { kindOfSheets } from "../../../apps-script/domain/operations/file-kind";

const sheet = (lines: string, name = "Sheet1"): TableSheet => {
  const rows = lines.split("\n").map((line, index) => {
    return { at: index + 1, cells: line.split(",").map((cell) => (cell === "" ? null : cell)) };
  });
  return { name, hidden: false, rows };
};

const PERSON = "甲一,379999198001010024";

test.each<[string, string, string | null]>([
  ["people of a unit", `姓名,证件号,工作单位,申报类型\n${PERSON},示例金矿,再培训`, "people"],
  ["the same with a day of signing up", `姓名,证件号,申报类型,报名日期,班级\n${PERSON},再培训,2024-03-01,再二`, "people"],
  ["people and what they passed last year", `姓名,证件号,申报类型,成绩\n${PERSON},再培训,88`, "people"],
  ["the centre's own site", `报名时间,报名班级,姓名,身份证号\n2024-03-01,再二,${PERSON}`, "预报名"],
  [
    "the provincial system",
    `培训班级,证件号码,姓名,申请时间,审核状态\n再二,379999198001010024,甲一,2024-03-01,审核通过`,
    "省厅预约",
  ],
  ["results", `身份证号码,姓名,得分,是否合格\n379999198001010024,甲一,90,合格`, "成绩"],
  ["people with what they passed", `姓名,身份证号,单位,岗位,学历,成绩\n${PERSON},示例金矿,安全员,大专,88`, "people"],
  [
    "what a form collected from people",
    `提交时间,姓名,身份证号,手机号,单位,岗位,班级\n2024-03-01,${PERSON},19900000001,示例金矿,安全员,再二`,
    "people",
  ],
  ["the centre's own site with 培训类型", `姓名,身份证号,培训类型,报名班级,报名时间\n${PERSON},再培训,再二,2024-03-01`, "预报名"],
  ["the province's with 申请类型", `姓名,身份证号,申请类型,预约班级,预约状态\n${PERSON},复审,再二,已通过`, "省厅预约"],
  [
    "the province's with all of a person",
    `姓名,身份证号,工作单位,岗位,班级,预约状态\n${PERSON},示例金矿,安全员,再二,已通过`,
    "省厅预约",
  ],
  [
    "results with a class and a unit",
    `姓名,身份证号,单位,岗位,班级,成绩,考试时间\n${PERSON},示例金矿,安全员,再二,88,2024-03-01`,
    "成绩",
  ],
  ["results with a class alone", `姓名,身份证号,班级,报名时间,成绩\n${PERSON},再二,2024-03-01,88`, "成绩"],
  ["either site's", `姓名,身份证号,手机号,班级,报名时间,审核状态\n${PERSON},19900000001,再二,2024-03-01,审核通过`, null],
  ["a site's or a unit's", `姓名,身份证号,单位,班级,报名时间\n${PERSON},示例金矿,再二,2024-03-01`, null],
  ["of both sites", `姓名,身份证号,报名班级,报名时间,预约状态\n${PERSON},再二,2024-03-01,已通过`, null],
  ["cards", "卡号,密码,科目\n0001,pw,三项岗位人员", "cards"],
  ["people with their cards", `姓名,证件号,工作单位,模拟卡号,密码\n${PERSON},示例金矿,0001,pw`, "people"],
  [
    "a plan",
    "班级名称,证件有效期限月份,中心网站报名截止时间,省厅系统预约培训时间,报到时间,学习时间\n再培训班第一期,3-4月,2月21日,1月23日-2月22日,2月26日9:00-11:00,2月26日-2月29日",
    "plan",
  ],
  ["anything", "你好,再见", "people"],
])("%s", (_, lines, kind) => {
  expect(kindOfSheets([sheet(lines)])).toBe(kind);
});

test("a file of ours that came back is people's, whatever else is in it", () => {
  const cards = sheet("卡号,密码\n0001,pw", "模拟卡");
  expect(kindOfSheets([cards, sheet("anpei-unit-file\n{}", "_anpei")])).toBe("people");
});
