import { loadPlanOperation } from "../../../apps-script/domain/operations/load-plan";
import { withStatedFees } from "../../../apps-script/domain/operations/stated-fees";
import { readPlanCells, readPlanText } from "../../../apps-script/domain/plan/read-plan";
import { findStatedFees, readStatedFees } from "../../../apps-script/domain/plan/stated-fees";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { bookOf } from "../../support/books";
import { notice } from "./plan-2024";

test.each<[string, number[], number[]]>([
  ["培训费（含资料费）600元/人；再培训费（含资料费）300元/人。食宿统一安排，费用自理。", [600], [300]],
  ["培训费(含资料费) 650 元/人；\n再培训费(含资料费) 350 元/人", [650], [350]],
  ["再培训费３５０元", [], [350]],
  ["初培费用为680.50元，复审费：320元", [680.5], [320]],
  ["培训费600元/人。……企业负责人培训费800元/人", [600, 800], []],
])("fees in %j", (text, initialFee, retrainingFee) => {
  expect(readStatedFees(text)).toEqual({ initialFee, retrainingFee });
});

test.each(["培训费由单位承担，食宿费100元", "培训费600", ""])("no fee in %j", (text) => {
  expect(readStatedFees(text)).toBeNull();
});

const settings = { initialFee: 600, retrainingFee: 300 };

test("fees as in 设置 are not mentioned, others are, each by its item", () => {
  expect(findStatedFees({ initialFee: [600], retrainingFee: [300] }, settings)).toEqual([]);
  expect(findStatedFees({ initialFee: [], retrainingFee: [] }, settings)).toEqual([]);
  expect(findStatedFees({ initialFee: [650], retrainingFee: [350, 300] }, settings)).toMatchObject(
    [
      {
        code: "F22",
        severity: "警告",
        table: "settings",
        row: "再培训费",
        message: "通知里写的再培训费是350元、300元，“设置”里是300元，应缴按“设置”算。",
      },
      { row: "初培费", suggestion: "请核对；以通知为准的，请改“设置”里的“初培费”。" },
    ].sort((a, b) => (a.row < b.row ? -1 : 1)),
  );
});

test("the loading of a plan says it", () => {
  const dearer = notice.replace("600元/人", "650元/人").replace("300元/人", "350元/人");
  const said = (text: string): string[] => {
    const { classes, fees } = readPlanText(text);
    const book = bookOf({ plan: [] });
    const { findings } = withStatedFees(loadPlanOperation(classes, 2024), fees).decide(book, contextOf(book, "2024-01-02"));
    return findings.filter(({ code }) => code === "F22").map(({ row }) => row ?? "");
  };
  expect(said(notice)).toEqual([]);
  expect(said(dearer).sort()).toEqual(["再培训费", "初培费"].sort());
});

test("a plan in cells may state them too", () => {
  const header = ["班级名称", "月份", "报名截止", "预约时间", "报到时间", "学习时间"];
  expect(readPlanCells([["培训费650元/人"], header]).fees).toEqual({ initialFee: [650], retrainingFee: [] });
});
