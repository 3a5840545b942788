import { TABLES, titlesOf } from "../../../apps-script/domain/schema/index";
import { emptyUnitFile, unitColumns } from "../../../node-sync/src/workbook/unit-file";
import { headerOf, type OpenBook, openBook } from "./open-book";

describe("the empty unit file", () => {
  let open: OpenBook;
  beforeAll(async () => {
    open = await openBook(await emptyUnitFile());
  });

  test("has a title, and the unit's columns of 名册 as its one header", () => {
    expect(open.book.SheetNames).toEqual(["学员", "填写说明"]);
    expect(headerOf(open, "学员").filter((text) => text !== "")).toEqual(["金属非金属矿山单位培训报名表"]);
    const titles = titlesOf(TABLES.roster).filter((title) => unitColumns().some((column) => column.title === title));
    expect(headerOf(open, "学员", 1)).toEqual(titles);
    expect(titles).toContain("证件号");
    expect(titles).not.toContain("报名编号");
  });

  test("its empty rows are formatted: text, and days for 证件有效期", () => {
    const row = /<row r="3".*?<\/row>/s.exec(open.sheet("学员"))?.[0] ?? "";
    const styles = [...row.matchAll(/ s="(\d+)"/g)].map(([, style]) => Number(style));
    const xfs = [...(/<cellXfs.*<\/cellXfs>/s.exec(open.parts.get("xl/styles.xml") ?? "")?.[0] ?? "").matchAll(/<xf [^>]*>/g)];
    const formats = styles.map((style) => /numFmtId="(\d+)"/.exec(xfs[style]?.[0] ?? "")?.[1]);
    expect(formats).toEqual(unitColumns().map(({ kind }) => (kind === "day" ? "164" : "49")));
  });

  test("has dropdowns and hints, and ten lines of instructions", () => {
    for (const list of ["主要负责人,安全生产管理人员", "初培,再培训,换证"]) expect(open.sheet("学员")).toContain(list);
    expect(open.sheet("学员")).toContain('prompt="11位手机号，每人一个"');
    expect(open.book.Sheets.填写说明?.["!data"]).toHaveLength(10);
  });
});
