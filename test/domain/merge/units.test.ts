import { UnitDirectory } from "../../../apps-script/domain/merge/units";

const units = [
  { name: "烟台甲矿业有限公司", aliases: "甲矿、甲矿业" },
  { name: "乙集团", aliases: null },
  { name: "乙有限公司", aliases: null },
];

it.each([
  ["烟台甲矿业有限公司", "known 烟台甲矿业有限公司"],
  ["甲矿", "known 烟台甲矿业有限公司"],
  ["烟台甲矿业", "asked 烟台甲矿业有限公司"],
  ["烟台 甲矿业有限公司", "asked 烟台甲矿业有限公司"],
  ["（烟台）甲矿业有限责任公司", "asked 烟台甲矿业有限公司"],
  ["甲矿有限公司", "asked 烟台甲矿业有限公司"],
  ["乙公司", "asked 乙有限公司、乙集团"],
  ["烟台甲矿业有限公司第一分公司", "new"],
  ["丙矿业有限公司", "new"],
  ["__proto__", "new"],
  ["constructor", "new"],
])("%s is %s", (text, expected) => {
  const answer = new UnitDirectory(units).look(text);
  const said =
    answer.kind === "known" ? `known ${answer.name}` : answer.kind === "asked" ? `asked ${answer.near.join("、")}` : "new";
  expect(said).toBe(expected);
});

it.each([
  ["甲矿", "烟台甲矿业有限公司", "same"],
  ["烟台　甲矿业有限公司", "烟台甲矿业有限公司", "same"],
  ["烟台甲矿业", "烟台甲矿业有限公司", "asked"],
  ["丙矿业", "丙矿业有限公司", "asked"],
  ["乙集团", "乙有限公司", "other"],
  ["丙矿业", "丁矿业", "other"],
])("%s and %s: %s", (one, other, relation) => {
  expect(new UnitDirectory(units).relation(one, other)).toBe(relation);
  expect(new UnitDirectory(units).relation(other, one)).toBe(relation);
});
