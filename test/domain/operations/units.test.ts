import { UnitSpellings } from "../../../apps-script/domain/exchange/sent-units";
import { UnitDirectory } from "../../../apps-script/domain/merge/units";
import { enrol } from "../../../apps-script/domain/operations/enrolment/enrol";
import { unit } from "../../../apps-script/domain/operations/units/unit";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { reportMorning } from "../../support/clerk-book";
import { doing, problemsOf } from "../../support/clerk-desk";

const TODAY = "2024-03-20";
const book = reportMorning();
const rowOf = ({ units }: Snapshot, name: string) => units.find((row) => row.name === name);

test("confirms, and adds to what is known", () => {
  const { after, told } = doing(
    book,
    unit,
    { unit: "甲矿", confirmed: "是", aliases: "甲金矿、甲矿", contact: "张", phone: "0535-4000001" },
    TODAY,
  );
  expect(rowOf(after, "甲矿有限公司")).toMatchObject({
    status: "已确认",
    aliases: "甲矿、甲金矿",
    contact: "张",
    phone: "0535-4000001",
  });
  expect(told.said).toBe("甲矿有限公司 已核对，联系人：张，电话：0535-4000001，别名：甲矿、甲金矿");
});

test("a unit is merged into another: its people, its names, and what was known of it", () => {
  const { after, told } = doing(book, unit, { unit: "乙矿", merge: "甲矿" }, TODAY);
  expect(new Set(after.roster.map((row) => row.unit))).toEqual(new Set(["乙矿"]));
  expect(rowOf(after, "乙矿")).toMatchObject({ aliases: "甲矿有限公司、甲矿" });
  expect(rowOf(after, "甲矿有限公司")?.status).toBe("已并入“乙矿”");
  expect(told.said).toBe("乙矿 “甲矿有限公司”并入，8人改到这家");
  expect(new UnitDirectory(after.units).look("甲矿有限公司")).toEqual({ kind: "known", name: "乙矿" });
  expect(new UnitSpellings(after.units).all()).toEqual(["乙矿"]);
  const newcomer = { name: "新来", idNumber: "37999919750815003X", mobile: "19900009999", post: "安全员", kind: "初培" };
  const fresh = doing(after, enrol, { ...newcomer, unit: "甲矿有限公司" }, TODAY).after.roster.find(
    ({ name }) => name === "新来",
  );
  expect(fresh?.unit).toBe("乙矿");
});

test.each<[Record<string, unknown>, string]>([
  [{}, "单位（unit）：单位和新单位全称只写一个。"],
  [{ unit: "乙矿" }, "没有写要改什么"],
  [{ unit: "丁矿", contact: "张" }, "“单位”表里没有这家"],
  [{ newUnit: "乙矿", contact: "张" }, "已经有这家"],
  [{ unit: "乙矿", aliases: "甲矿" }, "已经是“甲矿有限公司”的名称或别名"],
  [{ unit: "乙矿", creditCode: "123" }, "统一社会信用代码"],
  [{ unit: "乙矿", merge: "乙矿" }, "要写另一家"],
  [{ unit: "乙矿", merge: "甲矿", contact: "张" }, "并入要单独办"],
])("%j is not taken", (raw, message) => {
  expect(
    problemsOf(book, unit, raw, TODAY)
      .map((problem) => problem.message)
      .join(),
  ).toContain(message);
});
