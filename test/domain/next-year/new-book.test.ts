import { Sealer } from "../../../apps-script/domain/exchange/seal";
import { runAll } from "../../../apps-script/domain/rules/actions";
import { contextOf } from "../../../apps-script/domain/rules/context";
import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import { ROSTER } from "../../../apps-script/domain/schema/roster";
import type { Grid, Grids } from "../../../apps-script/domain/snapshot/grid";
import { personView } from "../../../apps-script/domain/views/person";
import { papersIn, secretOf } from "../../support/books";
import { gridsOfBook } from "../../support/counted-workbook";
import { runOn } from "../../support/running";
import { idOf } from "../merge/lists";
import { DECEMBER, oldBook, rolled, rolledGrids } from "./rolled";

const UNIT = "安生矿业";
const person = (at: number, more: Partial<Enrolment> = {}): Partial<Enrolment> => ({
  name: `某${"甲乙丙丁"[at] ?? ""}`,
  idType: "居民身份证",
  idNumber: idOf(at),
  mobile: `1380000000${at}`,
  unit: UNIT,
  post: "主要负责人",
  education: "大专",
  kind: "再培训",
  certificate: `证000${at}`,
  validUntil: "2026-06-20",
  note: "自带午餐",
  ...more,
});

/** Everything that a year can leave in a row. */
const lived: Partial<Enrolment> = {
  ...{ lockedClass: "再培训班第三期", preRegisteredOn: "2024-03-20", preRegisteredClass: "再培训班第三期" },
  ...{ booking: "通过", bookedClass: "再培训班第三期", bookedOn: "2024-04-15", refusal: "照片", cardTakenOn: "2024-04-20" },
  ...{ cardBoundOn: "2024-04-21", reportedInOn: "2024-05-14", noShow: "再培训班第二期", trained: "是", exam: "合格" },
  ...{ examTries: 1, examOn: "2024-05-20", score: 88, examPlace: "烟台", sittings: "2024-05-20 合格 88", issuedOn: "2024-05-30" },
  ...{ newValidUntil: "2027-06-20", state: "已完成", agreedFee: 300, toldClass: "再培训班第三期", class: "再培训班第三期" },
  ...{ candidates: "再培训班第三期", reason: "六月", light: "已完成", slack: 20, feeDue: 300, feePaid: 300, feeState: "已缴" },
  ...{ card: "K1", cardValidUntil: "2024-10-21", progress: "已发证", writtenClass: "再培训班第三期", givenOn: "2024-01-10" },
};

test("of the state of the old year nothing is left in 名册: only who the person is, and the certificate", () => {
  const { next } = rolled(oldBook({ roster: [person(0, lived)] }));
  const [row] = next.roster;
  const filled = Object.keys(ROSTER.columns).filter((name) => row?.[name as keyof Enrolment] !== null);
  expect(filled).toEqual([
    ...["id", "person", "name", "idType", "idNumber", "mobile", "unit", "post", "education", "kind", "certificate"],
    ...["validUntil", "note"],
  ]);
  expect(row).toMatchObject({ id: "B2025-00001", person: "P00001", kind: "再培训", validUntil: "2027-06-20" });
});

test("nothing of the old year is left in the other tabs, and units, holidays and settings of staff's stay", () => {
  const { next } = rolled(
    oldBook({
      roster: [person(0, lived)],
      units: [{ name: UNIT, aliases: "安生", contact: "王某", phone: "13900000000" }],
      payments: [{ id: "F00001", amount: 300, method: "现金", shares: "B2024-00001" }],
      settings: { retrainingFee: 320, place: "度假村", personCounter: 1, paymentCounter: 1 },
    }),
  );
  expect([next.plan, next.payments, next.todo, next.conflicts].map(({ length }) => length)).toEqual([0, 0, 0, 0]);
  expect(next.units).toMatchObject([{ name: UNIT, aliases: "安生", contact: "王某", phone: "13900000000" }]);
  expect(contextOf(next, "2025-01-02").settings).toMatchObject({
    planYear: 2025,
    retrainingFee: 320,
    place: "度假村",
    workbook: "new",
    carriedFrom: "old",
    carriedTo: null,
    enrolmentCounter: 1,
  });
  expect(next.seals.map(({ workbook }) => workbook)).toEqual(["old", "new"]);
  expect(new Sealer({ workbook: "new", secret: secretOf("new") }).workbook).toBe(next.settings[1]?.value);
});

test("of the papers only 信息·学历证明 stays, and of one that was not in order nothing", () => {
  const roster = [person(0, lived), person(1, lived), person(2, { state: "离职" })];
  const papers = [
    papersIn("B2024-00001"),
    { ...papersIn("B2024-00002"), profileEducation: "不合格:看不清" },
    papersIn("B2024-00003"),
  ];
  const { next } = rolled(oldBook({ roster, papers }));
  expect(next.papers).toHaveLength(1);
  expect(next.papers[0]).toMatchObject({ id: "B2025-00001", profileEducation: "已交", deskEducation: null, uploadForm: null });
});

test("the cards that nobody has go along, those of people and the void ones do not", () => {
  const cards = [
    { number: "K1", password: "secret", state: "已领" as const, enrolment: "B2024-00001" },
    { number: "K2", password: "hidden", state: "未领" as const },
    { number: "K3", state: "作废" as const },
    { number: "K4" },
    { number: "K5", bought: "是" as const },
  ];
  const { next, carried } = rolled(oldBook({ roster: [person(0, lived)], cards }));
  expect(next.cards.map(({ number, password }) => [number, password])).toEqual([
    ["K2", "hidden"],
    ["K4", null],
  ]);
  expect(carried.cards.map(({ key }) => key)).toEqual(["K2", "K4"]);
});

const leaving: Partial<Enrolment> = { trained: "是", state: "离职" };

test("历史 gets what 名册 held of every enrolment that ended, with the days of its class, and of one that goes on nothing", () => {
  const roster = [person(0, lived), person(1), person(2, { ...leaving, exam: "合格" }), person(3, { trained: "是" })];
  roster.push({ ...person(3, { ...leaving, exam: "不合格", examTries: 1 }), idNumber: idOf(9) });
  const { next } = rolled(oldBook({ roster }));
  expect(next.history.map(({ id, year, state }) => `${id} ${year} ${state}`)).toEqual([
    "B2024-00001 2024 合格",
    "B2024-00002 2024 未参加",
    "B2024-00003 2024 离职",
    "B2024-00005 2024 离职",
  ]);
  expect(JSON.parse(String(next.history[0]?.values))).toMatchObject({
    成绩: 88,
    省厅预约状态: "通过",
    学习时间: "2024-05-14至2024-05-17",
  });
});

test("staff's own columns stay with their people, whoever is gone takes them along, formulas and tabs stay", () => {
  const grids = gridsOfBook(oldBook({ roster: [person(0, lived), person(1, { state: "离职" }), person(2, lived)] }));
  const own: Grids = grids.map((grid): Grid => {
    if (grid.title !== "名册") return grid;
    const rows = grid.rows.map((row, at) => ({
      ...row,
      values: [...row.values, `住宿${at}`, at],
      formulas: [row.values.length + 1],
    }));
    return { ...grid, header: [...grid.header, "住宿", "算"], rows };
  });
  const after = rolledGrids(own, DECEMBER, "new").grids.find(({ title }) => title === "名册");
  const width = grids[0]?.header.length ?? 0;
  expect(after?.rows.map(({ values }) => values.slice(width))).toEqual([
    ["住宿0", 0],
    [null, 1],
    ["住宿2", 2],
  ]);
});

describe("until the plan of the new year comes", () => {
  const { next } = rolled(
    oldBook({ roster: [person(0, lived), person(1), person(2, { kind: "初培", ...lived })], units: [{ name: UNIT }] }),
  );

  test.each(["2024-12-21", "2025-01-02", "2025-01-31"])("on %s the light is 计划未发布 and nobody is reminded", (today) => {
    const { after } = runOn(runAll, next, today);
    expect(after.roster.map(({ light, class: name }) => [light, name])).toEqual([
      ["计划未发布", null],
      ["计划未发布", null],
      ["计划未发布", null],
    ]);
    expect(after.todo.map(({ content }) => content)).toEqual([]);
  });
});

test("certificates of January and February of the new and the following year are a list of their own", () => {
  const days = ["2027-01-05", "2026-02-28", "2025-02-01", "2026-03-01", "2025-01-31"];
  const { report } = rolled(oldBook({ roster: days.map((validUntil, at) => person(at, { validUntil })) }));
  expect(report.early.map(({ day, row }) => `${day} ${row}`)).toEqual([
    "2025-01-31 B2024-00005",
    "2025-02-01 B2024-00003",
    "2026-02-28 B2024-00002",
  ]);
});

test("the person card of the new book shows all years: failed 再培训, 初培 the same year, holder since", () => {
  const failed: Partial<Enrolment> = {
    trained: "是",
    exam: "不合格",
    examTries: 2,
    examOn: "2024-05-20",
    reportedInOn: "2024-05-14",
  };
  const initial: Partial<Enrolment> = { kind: "初培", ...lived, examOn: "2024-11-12", newValidUntil: "2027-11-20" };
  const who = { person: "P00001", idNumber: idOf(0) };
  const roster = [
    person(0, { ...who, ...failed, class: "再培训班第三期" }),
    person(0, { ...who, ...initial, class: "培训班第三期" }),
  ];
  const { next } = rolled(oldBook({ roster }));
  const shown = personView(next, contextOf(next, "2025-01-02"), { person: "B2025-00001" });
  expect(shown?.enrolments.map(({ key, kind, validUntil }) => `${key} ${kind} ${validUntil}`)).toEqual([
    "B2025-00001 再培训 2027-11-20",
  ]);
  expect(shown?.earlier.map(({ key, kind, class: name, state }) => `${key} ${kind} ${name} ${state}`)).toEqual([
    "B2024-00002 初培 培训班第三期 合格",
    "B2024-00001 再培训 再培训班第三期 不合格",
  ]);
});
