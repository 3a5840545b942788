import { readFileSync } from "node:fs";
import { readPlanCells, readPlanText } from "../../../apps-script/domain/plan/read-plan";

const third = "再培训班第三期";
const fourth = "再培训班第四期";

describe("a notice that calls a class off in a sentence and has no table", () => {
  test.each<[string, string[]]>([
    ["再培训班第三期停办。", [third]],
    ["因场地原因，原定于5月14日举办的再培训班第三期停办，其他班次不变。", [third]],
    ["关于再培训班第三期停办的通知\n各单位：\n再培训班第三期停办，请互相转告。", [third]],
    ["再培训班第三期、第四期因报名人数不足，现予以停办，学员并入再培训班第五期。", [third, fourth]],
    ["再培训班第三期和再培训班第四期不再举办", [third, fourth]],
    ["经研究，决定取消再培训班第三期。", [third]],
    ["再培训班第三期停办，再培训班第四期照常举办。", [third]],
    ["再培训班 第三期 停办", [third]],
    ["2024年再培训班第3期停开。", ["再培训班第3期"]],
  ])("%s", (text, names) => {
    const { classes, problems } = readPlanText(text);
    expect([classes.map(({ name, stopped }) => (stopped ? name : `${name}?`)), problems]).toEqual([names, []]);
    expect(readPlanCells(text.split("\n").map((line) => [line])).classes).toEqual(classes);
  });

  test.each([
    "再培训班第三期，再培训班第四期停办",
    "再培训班第三期并入第四期后停办。",
    "再培训班第三期如期举办，食宿补贴取消。",
    "再培训班第三期停办，现恢复。",
    "再培训班第三期停办，再培训班第四期也停办。",
    "第三期停办。",
  ])("nothing is guessed, and the sentence says what to do: %s", (text) => {
    const { classes, problems } = readPlanText(text);
    expect(classes).toEqual([]);
    expect(problems).toEqual([expect.stringMatching(/^通知里“第?.*看不准是哪个班.*“开班状态”改为“停办”。$/u)]);
  });

  test("one sentence that is clear does not carry one that is not", () => {
    expect(readPlanText("再培训班第三期停办。\n再培训班第五期并入第六期后停办。").problems).toHaveLength(1);
  });
  test("no class at all: the table is missed, and what to do is said", () => {
    expect(readPlanText("本期培训停办。").problems.join("")).toMatch(/没有找到培训计划表.*没有写明是哪一期/u);
    expect(readPlanText("如再培训班第三期停办，另行通知。").problems).toEqual([expect.stringContaining("没有找到培训计划表")]);
    expect(readPlanText("你好").problems.join("")).not.toContain("停办");
  });
  test("another year than the workbook's is seen", () => {
    expect(readPlanText("2023年再培训班第三期停办。").year).toBe(2023);
  });
});

describe("a sentence beside a table", () => {
  const notice = readFileSync("test/fixtures/notice-2024.txt", "utf8");
  test.each([
    ["below it", `${notice}\n再培训班第三期因故停办，其他班次不变。`],
    ["above it", `再培训班第三期因故停办，其他班次不变。\n${notice}`],
  ])("stops the class of the table: %s", (_, text) => {
    const { classes, problems } = readPlanText(text);
    expect(problems).toEqual([]);
    expect(classes.flatMap(({ name, stopped, study }) => (stopped ? [[name, study]] : []))).toEqual([[third, "5月14日-5月17日"]]);
    expect(classes).toHaveLength(11);
  });
  test("and is asked about where it is not clear", () => {
    expect(readPlanText(`${notice}\n再培训班第三期并入第四期后停办。`).problems).toHaveLength(1);
    expect(readPlanText(`${notice}\n再培训班第三期如停办，另行通知。`).problems).toEqual([]);
  });
});
