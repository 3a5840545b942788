import { utimesSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { anpei, emptyFolder } from "../../support/cli";

test("a site's list comes in through the command line, and a wrong call is told", () => {
  const folder = emptyFolder();
  const book = join(folder, "名册.xlsx");
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  anpei(["init", "--book", book, "--year", "2024"]);
  anpei([
    "import",
    file("名单.csv", "姓名,证件号,工作单位,职位,申报类型\n甲,379999198001010024,测试矿,主要负责人,再培训\n"),
    "--book",
    book,
  ]);
  const list = file(
    "预约.csv",
    "截至2024年3月11日\n姓名,身份证号,预约班级,审核状态\n甲,379999198001010024,再培训班第二期,审核通过\n",
  );
  const called = anpei(["import", list, "--as", "省厅预约", "--book", book, "--json"]);
  expect(called).toMatchObject({
    exit: 0,
    json: {
      run: "R00002",
      files: [{ file: "预约.csv", kind: "省厅预约", asOf: "2024-03-11", rows: { total: 1, changed: 1, refused: 0 } }],
    },
  });
  expect(anpei(["show", "名册", "--book", book, "--json"]).json).toMatchObject({
    rows: [{ 省厅预约状态: "通过", 省厅预约班级: "再培训班第二期" }],
  });
  expect(anpei(["import", list, "--as", "省厅预约", "--book", book, "--json"])).toMatchObject({ json: { run: null } });
  expect(anpei(["import", list, "--as", "花名册", "--book", book]).exit).toBe(2);
  expect(anpei(["import", file("别的.csv", "a,b\n1,2\n"), "--as", "成绩", "--book", book]).exit).toBe(3);
});

test("a list that does not say of when it is counts by its file's time or by --as-of, never by the day it is read", () => {
  const folder = emptyFolder();
  const book = join(folder, "名册.xlsx");
  const plan = resolve(__dirname, "../../../templates/2024年培训计划.txt");
  anpei(["init", "--book", book, "--year", "2024", "--plan", plan]);
  const list = join(folder, "预约.csv");
  writeFileSync(list, "姓名,身份证号,预约班级,审核状态\n甲,379999198001010024,再培训班第二期,审核通过\n");
  utimesSync(list, new Date("2024-03-20T01:00:00Z"), new Date("2024-03-20T01:00:00Z"));
  const take = (...more: string[]) => anpei(["import", list, "--as", "省厅预约", "--book", book, "--json", ...more]);
  const knownOf = () => {
    const { rows } = anpei(["show", "培训计划", "--book", book, "--where", "班级名称=再培训班第二期", "--json"]).json as {
      rows: Record<string, unknown>[];
    };
    return rows[0]?.省厅名单截至;
  };
  expect(take("--today", "2024-03-26")).toMatchObject({
    json: { files: [{ asOf: "2024-03-20 09:00" }], findings: expect.arrayContaining([expect.objectContaining({ code: "S08" })]) },
  });
  expect(knownOf()).toBe("2024-03-20");
  expect(take("--today", "2024-03-26", "--as-of", "2024-03-25")).toMatchObject({ json: { files: [{ asOf: "2024-03-25" }] } });
  expect(knownOf()).toBe("2024-03-25");
  expect(take("--today", "2024-03-26", "--as-of", "2024-03-27")).toMatchObject({
    exit: 3,
    json: { error: { code: "list-of-the-future" } },
  });
  expect(take("--as-of", "3月25日").exit).toBe(2);
  // Saved after what counts as today: nothing is known by it.
  expect(take("--today", "2024-03-10")).toMatchObject({ json: { files: [{ asOf: "2024-03-10" }] } });
  expect(knownOf()).toBe("2024-03-25");
});
