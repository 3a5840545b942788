import { writeFileSync } from "node:fs";
import { join } from "node:path";
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
