import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { anpei, emptyFolder } from "../../support/cli";

test("on the terminal a number in a remark is masked like one in its own column; in JSON it is whole", () => {
  const folder = emptyFolder();
  const [book, list] = [join(folder, "名册.xlsx"), join(folder, "名单.csv")];
  const header = "姓名,证件号,手机号,工作单位,职位,申报类型,证书编号,备注";
  writeFileSync(list, `${header}\n甲,379999198001010024,13800138001,测试矿,主要负责人,再培训,20240001234,妻13912345678\n`);
  anpei(["init", "--book", book, "--year", "2024"]);
  anpei(["import", list, "--book", book]);
  const { out } = anpei(["show", "名册", "--book", book]);
  expect(out).toContain("妻139****5678");
  expect(out).toContain("20240001234");
  expect(out).not.toMatch(/13800138001|379999198001010024/);
  expect(anpei(["show", "名册", "--book", book, "--json"]).json).toMatchObject({
    rows: [{ 备注: "妻13912345678" }],
  });
});
