import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { maskedCell } from "../../../node-sync/src/cli/masked-cell";
import { unit } from "../../../node-sync/src/cli/views/unit";
import { bookOf } from "../../support/books";
import { anpei, emptyFolder } from "../../support/cli";

const PASSPORT = "E12345678";

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

test("what a run wrote of a passport is masked by its column", () => {
  const folder = emptyFolder();
  const [book, list] = [join(folder, "名册.xlsx"), join(folder, "名单.csv")];
  const header = "姓名,证件类型,证件号,手机号,工作单位,职位,申报类型";
  writeFileSync(list, `${header}\n甲,护照,${PASSPORT},13800138001,测试矿,主要负责人,再培训\n`);
  anpei(["init", "--book", book, "--year", "2024"]);
  anpei(["import", list, "--book", book]);
  const { runs } = anpei(["view", "runs", "--book", book, "--json"]).json as { runs: { id: string }[] };
  const said = runs.map(({ id }) => anpei(["view", "runs", "--run", id, "--book", book]).out).join("\n");
  expect(said).toContain("E1*****78");
  expect(said).not.toContain(PASSPORT);
});

test("a conflict about a passport or a phone is masked on the terminal", () => {
  const row = { enrolment: "B2024-00001", unit: "测试矿", base: "E00000000", choice: null, source: "回表.xlsx" };
  const book = bookOf({
    units: [{ name: "测试矿" }],
    conflicts: [
      { ...row, column: "证件号", ours: PASSPORT, theirs: "E87654321" },
      { ...row, column: "学历", ours: "大专", theirs: "本科" },
    ],
  });
  const { text } = unit.show({ unit: "测试矿" })(book, contextOf(book, "2024-03-20"));
  expect(text).toContain("E1*****78");
  expect(text).toContain("大专");
  expect(text).not.toMatch(/E\d{8}/u);
});

test.each([
  [{ table: "名册", column: "证件号" }, PASSPORT, "E1*****78"],
  [{ table: "名册", column: "姓名" }, "甲", "甲"],
  [{ table: "单位", column: "电话" }, "87654321", "87****21"],
  [{ table: "模拟卡", column: "密码" }, "abc", "******"],
  [{ table: "冲突", column: "对方", about: "证件号" }, PASSPORT, "E1*****78"],
  [{ table: "冲突", column: "列", about: "证件号" }, "证件号", "证件号"],
  [
    { table: "历史", column: "内容" },
    `{"idNumber":"${PASSPORT}","手机号":13800138001}`,
    '{"idNumber":"E1*****78","手机号":"138****8001"}',
  ],
  [{ table: "历史", column: "内容" }, "[坏 379999198001010024", "[坏 379999********0024"],
  [{ table: "自己的表", column: "备注" }, "13912345678", "139****5678"],
])("a cell of %o is masked by its column", (place, value, shown) => {
  expect(maskedCell(place, value)).toBe(shown);
});
