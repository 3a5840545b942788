import { checkRoster } from "../../../apps-script/domain/rules/check-roster";
import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import type { Unit } from "../../../apps-script/domain/schema/tables";
import { bookOf } from "../../support/books";
import { findingOf, runOn } from "../../support/running";

const units: Partial<Unit>[] = [{ name: "烟台甲矿业有限公司", aliases: "甲矿、甲矿业" }, { name: "烟台乙矿业有限公司" }];
const fine: Partial<Enrolment> = { name: "王某", idNumber: "379999198001010024", mobile: "19900000001", education: "大专" };
const run = (rows: readonly Partial<Enrolment>[], list: readonly Partial<Unit>[] = units) =>
  runOn(checkRoster, bookOf({ roster: rows, units: list }), "2024-03-01");

test("a unit is reported once, with how many people have it and a name that is close", () => {
  const rows = Array.from({ length: 3 }, (_, n) => ({ ...fine, unit: "烟台甲矿业有限责任公司", post: null, kind: String(n) }));
  const ran = run(rows);
  expect(ran.codes.filter((code) => code === "R31")).toHaveLength(1);
  expect(findingOf(ran, "R31").message).toBe(
    "“工作单位”“烟台甲矿业有限责任公司”不在“单位”表中（王某（B2024-00001）等3人），与“烟台甲矿业有限公司”相近。",
  );
});

test("units: codes and aliases", () => {
  const good = { name: "甲", creditCode: "91370612MA3T0XY054" };
  const list = [
    good,
    { name: "乙", creditCode: "91370612MA3T0XY055" },
    { name: "丙", creditCode: 91370612 },
    { name: "丁", aliases: "老甲、甲" },
    { name: "戊", aliases: "老甲" },
  ];
  const ran = run([], list);
  expect(ran.outcome.findings.map(({ code, row }) => [code, row])).toEqual([
    ["R18", "丙"],
    ["R18", "乙"],
    ["R33", "丁"],
  ]);
});
