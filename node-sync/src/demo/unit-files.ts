import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "../files/folder";
import { csvOf, xlsOf, xlsxOf } from "./file-forms";
import { type DemoPerson, demoPerson } from "./people";

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);

/** The lists that five invented units send, as bad as real ones. Returns the paths. */
export async function writeUnitFiles(folder: string): Promise<string[]> {
  await makeFolder(folder);
  const good = await goldMine();
  const files: [string, Buffer][] = [
    ["示例金矿有限公司-再培训名单.xlsx", good],
    ["示例铁矿 报名表(最新)(2).xlsx", await ironMine()],
    ["石英矿.csv", await quartzMine()],
    ["示例采石场.xls", await quarry()],
    ["示例铜矿-没传完.xlsx", good.subarray(0, Math.floor(good.length / 2))],
  ];
  for (const [name, bytes] of files) await writeFile(join(folder, name), bytes, { mode: 0o600 });
  return files.map(([name]) => join(folder, name));
}

const header = ["序号", "姓名", "身份证号码", "联系电话", "单位名称", "职务", "文化程度", "培训类别", "有效期至"];

function line(person: DemoPerson, index: number, unit: string): (string | number)[] {
  const { name, id, mobile, post, education, kind, validUntil } = person;
  return [index + 1, name, id, mobile, unit, post, education, kind, validUntil];
}

/** A tidy list under two title rows, days with dots, one id that Excel turned into a number, a total row. */
async function goldMine(): Promise<Buffer> {
  return xlsxOf((sheet) => {
    sheet.mergeCells("A1:I1");
    sheet.getCell("A1").value = "2024年安全培训报名表";
    sheet.getCell("A2").value = "填报单位：示例金矿有限公司";
    sheet.addRow(header);
    range(0, 14).forEach((index) => {
      const person = demoPerson(index, { validUntil: demoPerson(index).validUntil.replace(/-0?/g, ".") });
      const cells = line(person, index, "示例金矿有限公司");
      const damaged = index === 5 ? cells.map((cell, column) => (column === 2 ? Number(cell) : cell)) : cells;
      sheet.addRow(damaged);
    });
    sheet.addRow([]);
    sheet.addRow(["合计", "14人"]);
  });
}

/** Other headers in another order, an example row, a shared mobile, a lapsed certificate, a January expiry, 换证. */
async function ironMine(): Promise<Buffer> {
  const unit = "示例铁矿有限责任公司";
  const people = range(20, 34).map((index) => demoPerson(index));
  const changed: Readonly<Record<number, Partial<DemoPerson>>> = {
    1: { mobile: people[0]?.mobile ?? "" },
    2: { validUntil: "2023年11月30日" },
    3: { validUntil: "2024/1/18" },
    4: { kind: "换证" },
    5: { validUntil: "2024年6月" },
    6: { education: "初中" },
    7: { kind: "取证", validUntil: "" },
    8: { kind: "初训", validUntil: "" },
  };
  return xlsxOf((sheet) => {
    sheet.addRow(["单位", "人员类型", "姓名", "性别", "公民身份号码", "手机", "证书有效期", "初训复训", "最高学历"]);
    sheet.addRow([unit, "主要负责人", "张三（示例）", "男", "填18位", "填11位", "2024-06-01", "再培训", "大专"]);
    people.forEach((person, index) => {
      const { name, id, mobile, post, education, kind, validUntil } = { ...person, ...changed[index] };
      sheet.addRow([unit, post, name, "", id, mobile, validUntil, kind, education]);
    });
  });
}

/** A CSV in GB18030. One person also stands in the gold mine's list. */
async function quartzMine(): Promise<Buffer> {
  const people = [...range(40, 50).map((index) => demoPerson(index)), demoPerson(3)];
  const rows = people.map(({ name, id, mobile, post, kind, validUntil }) => [
    name,
    id,
    mobile,
    "示例石英矿",
    post,
    kind,
    validUntil,
  ]);
  return csvOf([["姓名", "证件号", "手机号", "所属企业", "岗位", "类别", "到期日期"], ...rows]);
}

/** An old .xls: the header stands twice, one row has no name, one person stands in it twice. */
async function quarry(): Promise<Buffer> {
  const people = range(60, 70).map((index, at) => line(demoPerson(index), at, "示例采石场"));
  const [first = []] = people;
  const nameless = line(demoPerson(75, { name: "" }), 10, "示例采石场");
  const rows = [["采石场人员名单"], header, ...people.slice(0, 5), [], header, ...people.slice(5), nameless, first];
  return xlsOf(rows, "名单");
}
