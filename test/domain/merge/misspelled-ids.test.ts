import { bookOf } from "../../support/books";
import { fileOf, idOf, importInto, type Line } from "./lists";

const HEAD: Line = ["姓名", "证件号", "手机号", "工作单位", "职位", "申报类型"];
const UNIT = "甲矿业有限公司";
/** An id that ends in X. */
const [X = ""] = Array.from({ length: 99 }, (_all, serial) => idOf(serial)).filter((id) => id.endsWith("X"));
const A = idOf(1);
/** One that ends in a digit. */
const OTHER = idOf(2);
const line = (id: string, name = "王梦", mobile = "13900000001"): Line => [name, id, mobile, UNIT, "主要负责人", "再培训"];
const known = { id: "B2024-00001", person: "P00001", name: "王梦", unit: UNIT, post: "主要负责人", kind: "再培训" };
const book = (idNumber: string) => bookOf({ units: [{ name: UNIT }], roster: [{ ...known, idNumber, mobile: "13900000001" }] });

function taken(ours: string | null, ...lines: readonly Line[]) {
  const { decision, after } = importInto(
    ours === null ? bookOf({ units: [{ name: UNIT }] }) : book(ours),
    fileOf([HEAD, ...lines]),
  );
  const findings = decision.reports.flatMap((report) => report.findings);
  return { ids: after.roster.map(({ idNumber }) => idNumber), codes: findings.map(({ code }) => code), findings, after };
}

test.each([
  [`${X.slice(0, 17)}×`, X],
  [`${X.slice(0, 17)}Х`, X],
  [`${X.slice(0, 17)}χ`, X],
  [`身份证${A}`, A],
  [`身份证号：${A}`, A],
  [`#${A}`, A],
  [`="${A}"`, A],
  [`${A}。`, A],
  [`${A}，`, A],
  [`ID:${A}`, A],
])("%s says %s, and nobody is entered twice", (written, id) => {
  expect(taken(null, line(written))).toMatchObject({ ids: [id], codes: [] });
  expect(taken(id, line(written))).toMatchObject({ ids: [id], codes: [] });
});

test.each<[written: string, id: string, code: string]>([
  [`${X.slice(0, 17)}*`, X, "R04"],
  [A.replace(/0/gu, "O"), A, "R04"],
  [A.replace("1", "l"), A, "R04"],
  [`${A}（临时）`, A, "R03"],
  [`№${A}`, A, "R03"],
  [`编号${A}号`, A, "R03"],
  [`&#${A.charCodeAt(0)};${A.slice(1)}`, A, "R03"],
  ...["乂", "叉", "?", "？", "✗", "╳"].map((sign): [string, string, string] => [X.slice(0, 17) + sign, X, "R04"]),
  [`No.${X.slice(0, 17)}叉`, X, "R03"],
])("%s can only be %s: proposed, and that person's", (written, id, code) => {
  const alone = taken(null, line(written));
  expect(alone.codes).toEqual([code]);
  expect(alone.findings[0]?.message).toContain(`可能是${id.slice(0, 6)}********${id.slice(14)}，请确认。`);
  expect(taken(id, line(written)).ids).toEqual([id]);
  // The right id comes later.
  expect(taken(String(alone.ids[0]), line(id)).ids).toHaveLength(1);
});

test.each([`${OTHER.slice(0, 17)}?`, `№${OTHER.slice(0, 17)}`, `${OTHER.slice(0, 16)}&#48;`])(
  "%s stands for no id",
  (written) => {
    const { findings } = taken(null, line(written));
    expect(findings.map(({ message }) => message).join("")).not.toContain("可能是");
    expect(findings.some(({ severity }) => severity === "阻断")).toBe(true);
  },
);

test.each([`${A}${idOf(2)}`, `${A}/${idOf(2)}`, `${A}、${idOf(2)}`])("%s is nobody's", (written) => {
  const { ids, findings } = taken(null, line(written));
  expect(ids).toEqual([]);
  expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining("不止一个身份证号，分不清是谁的")]);
});

describe("the same name and mobile under another id", () => {
  test("is asked about and enters nobody", () => {
    const { ids, codes, findings, after } = taken(A, line(idOf(2)));
    expect([ids, codes]).toEqual([[A], ["I29"]]);
    expect(findings[0]?.message).toContain("王梦的姓名、手机号与B2024-00001相同");
    expect(after.todo.map(({ rule }) => rule)).toEqual(["姓名手机号相同，证件号不同"]);
  });
  test("also within one list", () => {
    expect(taken(null, line(A), line(idOf(2)))).toMatchObject({ ids: [A], codes: ["I29"] });
  });
  test.each([
    ["another name", line(idOf(2), "李明")],
    ["another mobile", line(idOf(2), "王梦", "13900000002")],
    ["another unit", [...line(idOf(2)).slice(0, 3), "乙矿业有限公司", "主要负责人", "再培训"]],
  ])("%s is somebody else", (_what, other) => {
    expect(taken(A, other).ids).toEqual([A, idOf(2)]);
  });
});
