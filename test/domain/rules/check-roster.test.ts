import fc from "fast-check";
import { checkRoster } from "../../../apps-script/domain/rules/check-roster";
import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import type { Unit } from "../../../apps-script/domain/schema/tables";
import { peopleRules } from "../../../apps-script/domain/wording/people";
import { rosterRules } from "../../../apps-script/domain/wording/roster";
import { bookOf } from "../../support/books";
import { decisions, findingOf, reordered, runOn } from "../../support/running";

const today = "2024-03-01";
const units: Partial<Unit>[] = [{ name: "烟台甲矿业有限公司", aliases: "甲矿、甲矿业" }, { name: "烟台乙矿业有限公司" }];
const fine: Partial<Enrolment> = {
  name: "王某",
  idType: "居民身份证",
  // Area 37 is known, 9999 unassigned: no living person has it.
  idNumber: "379999198001010024",
  mobile: "19900000001",
  unit: "烟台甲矿业有限公司",
  post: "主要负责人",
  education: "大专",
  kind: "再培训",
  validUntil: "2024-06-20",
};
const run = (rows: readonly Partial<Enrolment>[], list: readonly Partial<Unit>[] = units) =>
  runOn(checkRoster, bookOf({ roster: rows, units: list }), today);

test("days that cannot be read are quoted, and of a formula without a result it is said what to do", () => {
  const days = { reportedInOn: "下周", issuedOn: "（公式没有结果）", trained: "是" as const, booking: "通过", exam: "合格" };
  expect(findingOf(run([{ ...fine, ...days }]), "R34")?.message).toBe(
    "王某（B2024-00001）的“报到日期”写的是“下周”，不是能识别的日期；“发证日期”的公式没有保存结果，请用 Excel 打开并保存一次。",
  );
});

test.each<[string, Partial<Enrolment>, string[]]>([
  ["nothing to say", {}, []],
  ["no id", { idNumber: null }, ["R01"]],
  ["id as a number", { idNumber: 379999198001010000 }, ["R02"]],
  ["id too short", { idNumber: "37999919800101002" }, ["R03"]],
  ["wrong check character", { idNumber: "379999198001010025" }, ["R08"]],
  ["unknown document", { idType: "工作证" }, ["R11"]],
  ["no name", { name: null }, ["R13"]],
  ["a digit in the name", { name: "王3" }, ["R14"]],
  ["no mobile", { mobile: null }, ["R16"]],
  ["a landline", { mobile: "0535-6600000" }, ["R17"]],
  ["another word for the kind", { kind: "复审" }, ["R19"]],
  ["a kind to ask", { kind: "延期" }, ["R19"]],
  ["no kind", { kind: null }, ["R19"]],
  ["no such kind", { kind: "学习" }, ["R19"]],
  ["another word for the post", { post: "安全员" }, ["R20"]],
  ["an office", { post: "矿长" }, ["R20"]],
  ["no such post", { post: "司机" }, ["R20"]],
  ["no such education", { education: "好" }, ["R21"]],
  ["no unit", { unit: null }, ["R30"]],
  ["an unknown unit", { unit: "烟台丙矿" }, ["R31"]],
  ["a short name", { unit: "甲矿" }, ["R32"]],
  ["width and brackets do not matter", { unit: " 烟台甲矿业 有限公司" }, []],
  ["unreadable days", { reportedInOn: "下周", preRegisteredOn: "3月", booking: "通过" }, ["R34"]],
  ["unknown classes", { preRegisteredClass: "第九班", bookedClass: "x" }, ["R35"]],
  ["a class with a blank in it", { preRegisteredClass: "再培训班 第二期" }, []],
  ["words outside the lists", { booking: "好了", exam: "过了" }, ["R36"]],
  ["exam without training", { exam: "待考" }, ["R40"]],
  ["exam not booked yet", { exam: "未约" }, []],
  ["reported in without booking", { reportedInOn: "2024-02-26" }, ["R43"]],
  ["trained without reporting in", { trained: "是", booking: "通过" }, ["R44"]],
  ["not trained", { trained: "否" }, []],
  [
    "result before the exam day",
    { trained: "是", reportedInOn: "2024-02-20", booking: "通过", exam: "合格", examOn: "2024-03-02" },
    ["R45"],
  ],
  ["marks below the line", { trained: "是", reportedInOn: "2024-02-20", booking: "通过", exam: "合格", score: 79 }, ["R46"]],
  ["marks above the line", { trained: "是", reportedInOn: "2024-02-20", booking: "通过", exam: "不合格", score: 80 }, ["R46"]],
  ["done without a pass", { state: "已完成" }, ["R47"]],
  [
    "issued before the exam",
    { trained: "是", reportedInOn: "2024-02-01", booking: "通过", exam: "合格", examOn: "2024-02-20", issuedOn: "2024-02-19" },
    ["R41"],
  ],
  ["issued without a pass", { issuedOn: "2024-02-19" }, ["R42"]],
  ["the new certificate ends earlier", { newValidUntil: "2024-06-19" }, ["R48"]],
  ["the certificate ends on the day it did", { newValidUntil: "2024-06-20" }, []],
  [
    "exam before reporting in",
    { trained: "是", reportedInOn: "2024-02-26", booking: "通过", exam: "待考", examOn: "2024-02-20" },
    ["R49"],
  ],
  ["cancelled people are nobody's business", { state: "取消", idNumber: "1", name: null, exam: "待考" }, []],
  [
    "passed people are checked for their states only",
    { exam: "合格", idNumber: "1", mobile: null, trained: "是", booking: "通过", reportedInOn: "2024-02-01" },
    [],
  ],
  ["numbers and words in odd places", { score: "八十", examTries: "x", unit: "甲矿", mobile: 19900000001 }, ["R16", "R32"]],
])("%s", (_name, row, codes) => {
  const ran = run([{ ...fine, ...row }]);
  expect(ran.codes).toEqual(codes);
  expect(ran.outcome.cells).toEqual([]);
  expect(ran.outcome.rows).toEqual([]);
});

test("two people, one mobile; one id, two names; one enrolment twice; both posts", () => {
  const other = { ...fine, name: "李某", idNumber: "37999919750815003X" };
  expect(run([fine, other]).codes).toEqual(["R23", "R23"]);
  expect(run([fine, { ...fine, name: "李某" }]).codes).toEqual(["R24", "R24", "R25", "R25"]);
  expect(run([fine, { ...fine, post: "安全生产管理人员" }]).codes).toEqual(["R26", "R26"]);
  expect(run([fine, { ...other, state: "取消" }]).codes).toEqual([]);
});

test.each<[string, string | null, string]>([
  ["valid", "2024-06-20", "“证件有效期”是“2024-06-20”，可能是“再培训”。"],
  ["valid to the day", today, "“证件有效期”是“2024-03-01”，可能是“再培训”。"],
  ["none", null, "没有“证件有效期”，可能是“初培”。"],
  ["lapsed", "2024-02-29", "“证件有效期”是“2024-02-29”，已经过期：没有办结再培训的按初培重新取证，请核实。"],
  ["no day", "2024年6月", ""],
])("without 申报类型, what the certificate speaks for is said: %s", (_name, validUntil, expected) => {
  const found = findingOf(run([{ ...fine, kind: null, validUntil }]), "R19");
  expect(found).toMatchObject({
    message: `王某（B2024-00001）没有填写“申报类型”。${expected}`,
    suggestion: "请从名单中选：初培、再培训、换证。",
  });
});

test("a message names the person, the column and the value, with numbers masked", () => {
  expect(findingOf(run([{ ...fine, kind: "延期" }]), "R19")).toMatchObject({
    table: "roster",
    row: "B2024-00001",
    column: "kind",
    message: "王某（B2024-00001）的“申报类型”写的是“延期”，不在名单中，可能是“换证”。",
    suggestion: "请从名单中选：初培、再培训、换证。",
  });
  const { message } = findingOf(run([{ ...fine, idNumber: "379999198001010025" }]), "R08");
  expect(message).toBe("王某（B2024-00001）：证件号379999********0025校验码不符，至少有一位写错。");
  expect(findingOf(run([{ ...fine, post: "379999198001010024" }]), "R20").message).toContain("“379999********0024”");
});

const odd = fc.constantFrom<string | number | null>(
  null,
  "",
  "x",
  5,
  "2024-02-30",
  "379999198001010024",
  "19900000001",
  "再培训",
  "安全员",
  "合格",
  "甲矿",
);
const oddRow = fc.record(
  Object.fromEntries(
    [
      "name",
      "idType",
      "idNumber",
      "mobile",
      "unit",
      "post",
      "education",
      "kind",
      "exam",
      "examOn",
      "score",
      "state",
      "booking",
      "trained",
    ].map((name) => [name, odd]),
  ),
) as unknown as fc.Arbitrary<Partial<Enrolment>>;

test("any cell holds anything: no crash, one finding a rule and row, whatever the order", () => {
  const texts = (row: Partial<Enrolment>) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        typeof value === "number" && !["idNumber", "mobile", "score"].includes(name) ? String(value) : value || null,
      ]),
    );
  fc.assert(
    fc.property(fc.array(oddRow.map(texts), { maxLength: 6 }), fc.nat(), (roster, seed) => {
      const book = bookOf({ roster, units });
      const ran = runOn(checkRoster, book, today);
      expect(decisions(runOn(checkRoster, reordered(book, ["roster", "units"], seed), today).outcome)).toEqual(
        decisions(ran.outcome),
      );
      const places = ran.outcome.findings.map(({ code, table, row }) => `${code} ${table} ${row}`);
      expect(new Set(places).size).toBe(places.length);
      for (const { message, code } of ran.outcome.findings) {
        expect(message).not.toContain("379999198001010024");
        expect(message).not.toContain("19900000001");
        expect({ ...rosterRules, ...peopleRules }).toHaveProperty(code);
      }
    }),
    { numRuns: process.env.ANPEI_SOAK ? 500 : 50 },
  );
});
