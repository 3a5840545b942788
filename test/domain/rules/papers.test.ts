import fc from "fast-check";
import { readAnswer } from "../../../apps-script/domain/rules/paper-answers";
import { papers } from "../../../apps-script/domain/rules/papers";
import { PAPER_COLUMNS } from "../../../apps-script/domain/schema/paper-columns";
import type { PapersRow } from "../../../apps-script/domain/schema/papers";
import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import { bookOf } from "../../support/books";
import { decisions, findingOf, reordered, rowOf, runOn, secondRunOf } from "../../support/running";

const today = "2024-03-01";
const key = "B2024-00001";
const person: Partial<Enrolment> = {
  name: "王某",
  idNumber: "379999198001010024",
  unit: "甲矿",
  education: "高中",
  kind: "再培训",
};
const columns: readonly string[] = PAPER_COLUMNS;
const all = (answer: string): Partial<PapersRow> => Object.fromEntries(columns.map((name) => [name, answer]));

function missing(answers: Partial<PapersRow>, who: Partial<Enrolment> = {}): string | null {
  const book = bookOf({ roster: [{ ...person, ...who }], papers: [{ id: key, ...answers }] });
  return rowOf(runOn(papers, book, today).after, key).missingPapers;
}

describe("资料缺项", () => {
  const rest = all("已交");
  test.each<[string, Partial<PapersRow>, string | null]>([
    ["all handed in", rest, null],
    ["nothing applies", all("不适用"), null],
    ["a photo", { ...rest, uploadPhoto: null }, "申报上传：缺证件照"],
    ["two checks of the form", { ...rest, formSeal: null, formSigned: null }, "申报上传：缺推荐表（公章、签名指印）"],
    ["the form itself, checked before", { ...rest, uploadForm: null }, "申报上传：缺推荐表"],
    ["the form not needed, checks open", { ...rest, uploadForm: "不适用", formSeal: null }, null],
    ["a failed photo", { ...rest, profilePhoto: "不合格:底色不是白色" }, "我的信息：证件照不合格（底色不是白色）"],
    ["full-width colon", { ...rest, profilePhoto: "不合格：模糊" }, "我的信息：证件照不合格（模糊）"],
    ["no reason", { ...rest, deskForm: "不合格" }, "报到：报名登记表不合格"],
    ["a failed check", { ...rest, formDated: "不合格:没写" }, "申报上传：推荐表“日期”不合格（没写）"],
    [
      "several stages",
      { ...rest, uploadPhoto: null, formSeal: null, formSigned: null, profileEducation: null, deskForm: null },
      "申报上传：缺证件照、推荐表（公章、签名指印）；我的信息：缺学历证明；报到：缺报名登记表",
    ],
    [
      "missing and failed in one stage",
      { ...rest, uploadPhoto: null, uploadDocument: "不合格:缺反面" },
      "申报上传：缺证件照，有效证件不合格（缺反面）",
    ],
    [
      "nothing handed in",
      {},
      "申报上传：缺证件照、有效证件、推荐表；我的信息：缺证件照、有效证件、学历证明；报到：缺身份证原件、身份证复印件、报名登记表、学历证书复印件",
    ],
  ])("%s", (_name, answers, expected) => {
    expect(missing(answers)).toBe(expected);
  });

  test.each([
    [{ idType: "护照", idNumber: "E12345678" }, "报到：缺有效证件原件（请确认）"],
    [{ idType: null, idNumber: "E12345678" }, "报到：缺有效证件原件（请确认）"],
    [{ idType: null, idNumber: null }, "报到：缺身份证原件"],
    [{ idType: null, idNumber: 379999198001010000 }, "报到：缺身份证原件"],
  ])("who has no id card brings another document: %j", (who, expected) => {
    expect(missing({ ...rest, deskOriginal: null }, who)).toBe(expected);
  });
});

describe("while the province's approval stands", () => {
  const approved: Partial<Enrolment> = { booking: "通过" };
  const desk = "报到：缺身份证原件、身份证复印件、报名登记表、学历证书复印件";
  test.each<[string, Partial<PapersRow>, string | null]>([
    ["empty uploads are settled, the desk's papers are not", {}, desk],
    ["a failed upload always counts", { uploadPhoto: "不合格:模糊" }, `申报上传：证件照不合格（模糊）；${desk}`],
    [
      "so does a failed check of the form, the others being settled",
      { formSeal: "不合格" },
      `申报上传：推荐表“公章”不合格；${desk}`,
    ],
    ["what nobody can read is asked for as before", { profilePhoto: "在单位" }, `我的信息：缺证件照；${desk}`],
    [
      "the desk alone",
      { deskOriginal: "已交", deskCopy: "已交", deskForm: "不合格", deskEducation: "不适用" },
      "报到：报名登记表不合格",
    ],
  ])("%s", (_name, answers, expected) => {
    expect(missing(answers, approved)).toBe(expected);
  });

  test.each(["未预约", "待审", "退回", null] as const)("%s settles nothing", (booking) => {
    expect(missing({}, { booking })).toBe(missing({}));
  });

  test("law: an approval takes away empty uploads and nothing else, and writes nothing into 资料", () => {
    const answer = fc.constantFrom(null, "已交", "不适用", "不合格:模糊", "在单位");
    const row = fc
      .array(answer, { minLength: columns.length, maxLength: columns.length })
      .map((all): Partial<PapersRow> => Object.fromEntries(columns.map((name, place) => [name, all[place]])));
    fc.assert(
      fc.property(row, (answers) => {
        const settled = columns.filter((name) => !name.startsWith("desk") && answers[name as keyof PapersRow] === null);
        const typed = { ...answers, ...Object.fromEntries(settled.map((name) => [name, "已交"])) };
        expect(missing(answers, approved)).toBe(missing(typed, approved));
        const book = bookOf({
          roster: [{ ...person, ...approved }],
          papers: [{ id: key, name: "王某", unit: "甲矿", ...answers }],
        });
        const { outcome } = runOn(papers, book, today);
        expect(outcome.cells.filter(({ table, column }) => table === "papers" && columns.includes(column))).toEqual([]);
      }),
    );
  });
});

test.each([
  ["已交", "in"],
  [" 已 交 ", "in"],
  ["不适用", "in"],
  ["", "open"],
  [null, "open"],
  ["不合格（模糊）", "failed"],
  ["有", "in"],
  ["√", "in"],
  ["齐", "in"],
  ["ＯＫ", "in"],
  ["没有", "unclear"],
  ["有的", "unclear"],
])("answer %j is %s", (written, kind) => {
  expect(readAnswer(written).kind).toBe(kind);
});

test("every live enrolment gets a row, an ended one does not", () => {
  const book = bookOf({
    roster: [person, { ...person, state: "取消", missingPapers: "报到：缺报名登记表" }, { ...person, exam: "合格" }],
  });
  const { outcome, after } = runOn(papers, book, today);
  expect(after.papers.map((row) => [row.key, row.name, row.unit])).toEqual([[key, "王某", "甲矿"]]);
  expect(rowOf(after, "B2024-00002").missingPapers).toBeNull();
  expect(outcome.summary).toMatchObject({ complete: 0, short: 1 });
});

test("name and unit follow the roster", () => {
  const ran = runOn(papers, bookOf({ roster: [person], papers: [{ id: key, name: "王谋", unit: null, ...all("已交") }] }), today);
  expect(ran.after.papers).toMatchObject([{ name: "王某", unit: "甲矿" }]);
  expect(ran.outcome.summary).toEqual({ complete: 1, short: 0, byPaper: {} });
});

test("words that are not an answer count as missing and are quoted", () => {
  const ran = runOn(
    papers,
    bookOf({ roster: [person], papers: [{ id: key, ...all("已交"), uploadPhoto: "在单位", deskCopy: "379999198001010024" }] }),
    today,
  );
  expect(ran.codes).toEqual(["D01"]);
  const { message, column, row, table } = findingOf(ran, "D01");
  expect({ column, row, table }).toEqual({ column: "uploadPhoto", row: key, table: "papers" });
  expect(message).toBe(
    "王某（B2024-00001）的“申报·证件照”写的是“在单位”，“报到·证件复印件”写的是“379999********0024”，看不懂，按未交计。",
  );
  expect(ran.outcome.summary).toEqual({ complete: 0, short: 1, byPaper: { 申报·证件照: 1, 报到·证件复印件: 1 } });
});

test.each([
  ["初中", ["D02"]],
  ["小学", ["D02"]],
  ["高中", []],
  ["职高", []],
  ["其他", []],
  [null, []],
])("education %s", (education, codes) => {
  expect(
    runOn(papers, bookOf({ roster: [{ ...person, education }], papers: [{ id: key, ...all("已交") }] }), today).codes,
  ).toEqual(codes);
});

test("rows of nobody are reported; archived and repeated ones are not", () => {
  const stray = [{ id: "B2024-00009" }, { deskForm: "已交" }];
  expect(runOn(papers, bookOf({ papers: stray }), today).codes).toEqual(["D03", "D03"]);
  const repeated = {
    ...bookOf({ papers: [{ id: "B2024-00009" }] }),
    repeated: [{ table: "roster", key: "B2024-00009", at: [2, 3], rows: [] }],
  } as const;
  expect(runOn(papers, repeated, today).codes).toEqual([]);
});

test("a number that stands twice in 资料 gets no third row", () => {
  const book = { ...bookOf({ roster: [person] }), repeated: [{ table: "papers", key, at: [2, 3], rows: [] }] } as const;
  expect(runOn(papers, book, today).outcome.rows).toEqual([]);
});

const answer = fc.constantFrom(null, "已交", "不适用", "不合格:模糊", "不合格", "在单位");
const answers = fc.record(Object.fromEntries(columns.map((name) => [name, answer]))) as unknown as fc.Arbitrary<
  Partial<PapersRow>
>;
const someone: fc.Arbitrary<Partial<Enrolment>> = fc.record({
  name: fc.constantFrom("王某", null),
  education: fc.constantFrom("初中", "高中", null, "??"),
  state: fc.constantFrom(null, "有效", "取消"),
  exam: fc.constantFrom(null, "合格"),
  idType: fc.constantFrom(null, "护照", "x"),
});

test("running again changes nothing, and the order of rows does not matter", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(someone, fc.option(answers, { nil: null })), { maxLength: 6 }), fc.nat(), (people, seed) => {
      const ids = people.map((_, index) => `B2024-0000${index + 1}`);
      const book = bookOf({
        roster: people.map(([row]) => row),
        papers: people.flatMap(([, given], index) => (given ? [{ id: ids[index] ?? null, ...given }] : [])),
      });
      const ran = runOn(papers, book, today);
      expect(secondRunOf(papers, ran, today)).toBe(0);
      expect(decisions(runOn(papers, reordered(book, ["roster", "papers"], seed), today).outcome)).toEqual(
        decisions(ran.outcome),
      );
      for (const row of ran.after.roster) {
        const isLive = row.state !== "取消" && row.exam !== "合格";
        if (isLive) expect(ran.after.papers.filter((one) => one.key === row.key)).toHaveLength(1);
        else expect(row.missingPapers).toBeNull();
      }
    }),
    { numRuns: 60 },
  );
});
