import { handInPapers } from "../../../../apps-script/domain/operations/desk/papers";
import { reportMorning, REPORT_DAY as TODAY } from "../../../support/clerk-book";
import { doing, named, problemsOf } from "../../../support/clerk-desk";

const book = reportMorning();
const paper = (after: ReturnType<typeof doing>["after"], key: string) => after.papers.find((row) => row.key === key);

test("one answer about some papers, of one person or a class", () => {
  const { after, told } = doing(book, handInPapers, { people: "再二", papers: "学历证书复印件、报名登记表" }, TODAY);
  expect(told.said).toBe("6人2项资料已交");
  expect(Object.keys(told.people)).toHaveLength(6);
  expect(paper(after, "B2024-00003")).toMatchObject({ deskEducation: "已交", deskForm: "已交", deskCopy: null });
  expect(named(after, "孙三").missingPapers).toBe("报到：缺身份证原件、身份证复印件");
});

test("a paper that fails has its reason, and the text for the unit says it", () => {
  const { after, told } = doing(
    book,
    handInPapers,
    { people: "郑七", papers: "公章", answer: "不合格", reason: "看不清" },
    TODAY,
  );
  expect(paper(after, "B2024-00007")?.formSeal).toBe("不合格:看不清");
  expect(told.said).toMatch(/^郑七 推荐表·公章不合格:看不清，申报上传：.*推荐表“公章”不合格（看不清）/u);
});

test.each(["√", "是", "有", "齐", "ok", "已交"])("%s means 已交, as a cell and as an answer", (word) => {
  const { after } = doing(book, handInPapers, { people: "赵一", papers: "全部", answer: word }, TODAY);
  expect(paper(after, "B2024-00001")?.deskForm).toBe("已交");
  const written = reportMorning({
    papers: [{ id: "B2024-00001", deskOriginal: word, deskCopy: word, deskForm: word, deskEducation: word }],
  });
  expect(named(written, "赵一").missingPapers).toBeNull();
});

test.each<[Record<string, unknown>, string]>([
  [{ papers: "证件照" }, "资料（papers）：写的是“证件照”，有几项叫这个名，请写全。可以写：申报·证件照、信息·证件照。"],
  [{ papers: "合影" }, "资料（papers）：写的是“合影”，不在可选的词里。"],
  [{ papers: "公章", answer: "不合格" }, "原因（reason）：不合格要写原因。"],
  [{ papers: "公章", reason: "看不清" }, "原因（reason）：写的是“看不清”，只有不合格的才写原因。"],
  [{ papers: "公章", answer: "差不多" }, "结果（answer）：写的是“差不多”，不在可选的词里。可以写：已交、不合格、不适用。"],
  [{}, "资料（papers）：没有填写。"],
])("%j is not taken", (raw, message) => {
  expect(problemsOf(book, handInPapers, { people: "赵一", ...raw }, TODAY)[0]?.message).toContain(message);
});

test("without an answer what is 不适用 stays and is said; with one it is overwritten", () => {
  const some = reportMorning({ papers: [{ id: "B2024-00001", deskEducation: "不适用", deskForm: "不合格:看不清" }] });
  const raw = { people: "赵一", papers: "学历证书复印件、报名登记表" };
  const { after, told } = doing(some, handInPapers, raw, TODAY);
  expect(paper(after, "B2024-00001")).toMatchObject({ deskEducation: "不适用", deskForm: "已交" });
  expect(told.said).toContain("赵一 报到·报名登记表已交，报到·学历证书复印件原来不适用，没有改动");
  const stated = doing(some, handInPapers, { ...raw, answer: "已交" }, TODAY).after;
  expect(paper(stated, "B2024-00001")).toMatchObject({ deskEducation: "已交", deskForm: "已交" });
});
