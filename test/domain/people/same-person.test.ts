import fc from "fast-check";
import { type IdentityRow, identityConflicts, samePersonKey } from "../../../apps-script/domain/people/same-person";
import { peopleRules } from "../../../apps-script/domain/wording/people";
import { idOf } from "./residents";

const [idA, idB] = ["379999196402290013", "379999198001010024"];

function row(key: string, change: Partial<IdentityRow> = {}): IdentityRow {
  const usual = {
    name: "王梦",
    idType: "居民身份证",
    id: idA,
    mobile: "19900000001",
    unit: "甲矿",
    post: "安全生产管理人员",
    kind: "初培",
  };
  return { key, ...usual, ...change };
}
const found = (...rows: IdentityRow[]) =>
  identityConflicts(rows).map(({ key, code }) => `${key} ${code} ${peopleRules[code].severity}`);

test("an old number and its new form are one person", () => {
  expect(samePersonKey("379999640229001")).toBe(idA);
  expect(samePersonKey("379999650229001")).toBe("379999650229001");
  expect(samePersonKey("E12345678")).toBe("E12345678");
});

describe("one mobile", () => {
  test("on two people stops both rows", () => {
    expect(found(row("1"), row("2", { name: "李一", id: idB }))).toEqual(["1 R23 阻断", "2 R23 阻断"]);
  });
  test("however it is written", () => {
    expect(found(row("1"), row("2", { name: "李一", id: idB, mobile: "+86 199-0000-0001" }))).toHaveLength(2);
    expect(found(row("1"), row("2", { name: "李一", id: idB, mobile: 19900000001 }))).toHaveLength(2);
  });
  test("on one person's two enrolments is fine", () => {
    expect(found(row("1"), row("2", { kind: "再培训" }))).toEqual([]);
  });
  test("of a person whose second row has a damaged id is fine, of another name it is not", () => {
    expect(found(row("1"), row("2", { id: 379999196402290000, post: "主要负责人" }))).toEqual([]);
    expect(found(row("1"), row("2", { id: null, name: "李一" }))).toEqual(["1 R23 阻断", "2 R23 阻断"]);
  });
  test("a shared landline or an unreadable number is not one mobile", () => {
    for (const mobile of ["4760000", "无", null, "1990000000"])
      expect(found(row("1", { mobile }), row("2", { name: "李一", id: idB, mobile }))).toEqual([]);
  });
});

describe("one id", () => {
  test("under two names is asked on both rows", () => {
    expect(found(row("1"), row("2", { name: "王孟", kind: "再培训" }))).toEqual(["1 R24 阻断", "2 R24 阻断"]);
  });
  test("under two spellings of a name is fine", () => {
    expect(found(row("1", { name: "王 梦" }), row("2", { kind: "再培训" }))).toEqual([]);
    expect(found(row("1", { name: "买买提•吐尔逊" }), row("2", { name: "买买提·吐尔逊", kind: "再培训" }))).toEqual([]);
  });
  test("with the same post and kind is one enrolment too many", () => {
    expect(found(row("1"), row("2"))).toEqual(["1 R25 阻断", "2 R25 阻断"]);
    expect(found(row("1"), row("2", { post: "安管人员", kind: "初训", id: " 379999196402290013" }))).toHaveLength(2);
    expect(found(row("1"), row("2", { id: "379999640229001" }))).toHaveLength(2);
  });
  test("with both posts is for knowing", () => {
    expect(found(row("1"), row("2", { post: "主要负责人" }))).toEqual(["1 R26 提示", "2 R26 提示"]);
  });
  test("a title of office is not a second post", () => {
    expect(found(row("1"), row("2", { post: "矿长" }))).toEqual([]);
  });
  test("that is damaged is never matched on", () => {
    const damaged = { id: 379999196402290000, mobile: null };
    expect(found(row("1", damaged), row("2", { ...damaged, name: "李一" }), row("3", damaged))).toEqual([]);
    expect(found(row("1", { id: "3.79999E+17", mobile: null }), row("2", { id: "3.79999E+17", mobile: null }))).toEqual([]);
    expect(found(row("1", { id: "无", mobile: null }), row("2", { id: "无", mobile: null, name: "李一" }))).toEqual([]);
  });
});

test("a finding names the others and masks the numbers", () => {
  const [first] = identityConflicts([row("B2024-00001"), row("B2024-00002", { name: "李一", id: idB })]);
  expect(first).toEqual({
    code: "R23",
    key: "B2024-00001",
    column: "mobile",
    message: "王梦的手机号199****0001与李一（B2024-00002）相同，但不是同一个人。",
  });
});

test("a clerk's mobile on five hundred people lists three of them", () => {
  const rows = Array.from({ length: 500 }, (_, n) => row(String(1000 + n), { id: idOf("19800101", n), name: "王梦" }));
  const findings = identityConflicts(rows);
  expect(findings).toHaveLength(500);
  expect(findings[0]?.message).toContain("（1003）等499行");
});

test("ten thousand people who have nothing in common", () => {
  const rows = Array.from({ length: 10_000 }, (_, n) =>
    row(`B2024-${n}`, { id: idOf(`19${60 + (n % 30)}0101`, Math.floor(n / 30)), mobile: `199${String(n).padStart(8, "0")}` }),
  );
  expect(identityConflicts(rows)).toEqual([]);
});

const aRow = fc.record({
  key: fc.constantFrom("1", "2", "3", "4", "5"),
  name: fc.constantFrom("王梦", "王 梦", "李一", "", null),
  idType: fc.constantFrom("居民身份证", null, "护照"),
  id: fc.constantFrom(idA, idB, "379999640229001", 379999196402290000, null, "E12345678"),
  mobile: fc.constantFrom("19900000001", 19900000001, "19900000002", "4760000", null),
  unit: fc.constantFrom("甲矿", "乙矿"),
  post: fc.constantFrom("主要负责人", "安全生产管理人员", "安全员", null),
  kind: fc.constantFrom("初培", "再培训", "初训", null),
});

test("findings do not depend on the order of rows, and are one per code and row", () => {
  const rowsAndOrder = fc
    .array(aRow, { maxLength: 8 })
    .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })));
  fc.assert(
    fc.property(rowsAndOrder, ([rows, shuffled]) => {
      expect(identityConflicts(shuffled)).toEqual(identityConflicts(rows));
      const unique = rows.map((each, place) => ({ ...each, key: String(place) }));
      const keys = identityConflicts(unique).map(({ key, code }) => `${key} ${code}`);
      expect(new Set(keys).size).toBe(keys.length);
    }),
    { numRuns: process.env.ANPEI_SOAK ? 1000 : 200 },
  );
});
