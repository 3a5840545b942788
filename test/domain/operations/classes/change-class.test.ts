import { withChanges } from "../../../../apps-script/domain/changes/advance";
import { OutcomeBuilder } from "../../../../apps-script/domain/changes/outcome";
import { changeClass } from "../../../../apps-script/domain/operations/classes/change-class";
import type { Snapshot } from "../../../../apps-script/domain/snapshot/snapshot";
import { reportMorning } from "../../../support/clerk-book";
import { doing, named, problemsOf } from "../../../support/clerk-desk";

const TODAY = "2024-03-20";

/** With a centre's name and phone to sign with. */
function signed(book: Snapshot): Snapshot {
  const out = new OutcomeBuilder();
  out.add("settings", { item: "中心名称", value: "示例培训中心" });
  out.add("settings", { item: "中心电话", value: "0535-0000001" });
  return withChanges(book, out.done());
}
const book = signed(reportMorning());

test("other days: a new version of the class, who can't make it, and the texts", () => {
  const days = { class: "再二", reportIn: "5月21日9:00-11:00", study: "5月21日-5月24日" };
  const { after, told } = doing(book, changeClass, days, TODAY);
  expect(
    after.plan.filter(({ name }) => name === "再培训班第二期").map(({ version, state, studyTo }) => [version, state, studyTo]),
  ).toEqual([
    [1, "停办", "2024-03-29"],
    [2, null, "2024-05-24"],
  ]);
  const change =
    "再培训班第二期“报到时间”由“3月26日9:00-11:00”改为“5月21日9:00-11:00”，“学习时间”由“3月26日-3月29日”改为“5月21日-5月24日”";
  expect(told.said).toBe(`${change}，涉及6人`);
  expect(named(after, "赵一").light).toBe("来不及");
  expect(told.people["B2024-00001"]).toContain("赶不上了，没有别的班，请人工处理");
  expect(told.texts).toEqual([
    {
      to: "网站通知",
      text: `培训安排变更通知：${change}。其他班次不变，请有关单位和学员相互转告。咨询电话0535-0000001。\n示例培训中心`,
    },
    { to: "再培训班第二期微信群", text: `各位学员：${change}，请按新的安排参加。咨询电话0535-0000001。` },
    {
      to: "甲矿有限公司",
      text: expect.stringMatching(
        /^再培训班第二期.*贵单位赵一、钱二、孙三、李四、周五、吴六在这个班.*赵一证件到期前赶不上，请与中心联系。/u,
      ),
    },
  ]);
  expect(after.todo.map(({ content }) => content)).toContainEqual(expect.stringContaining("涉及 6 人"));
});

test("停办: everybody has to go elsewhere, and where is said", () => {
  const { after, told } = doing(book, changeClass, { class: "再三", stopped: "是" }, TODAY);
  expect(after.plan.find(({ name }) => name === "再培训班第三期")?.state).toBe("停办");
  expect(told.said).toBe("再培训班第三期停办，涉及1人");
  expect(told.people["B2024-00007"]).toContain("赶不上了，可改“再培训班第四期”");
  expect(told.texts?.find(({ to }) => to === "甲矿有限公司")?.text).toContain("郑七证件到期前赶不上，可改“再培训班第四期”。");
});

test("no text holds an id, a mobile or a password", () => {
  const { told } = doing(book, changeClass, { class: "再三", stopped: "是" }, TODAY);
  expect(JSON.stringify(told.texts)).not.toMatch(/\d{11}|37999/u);
});

test.each<[Record<string, unknown>, string, string]>([
  [{ class: "再三" }, "class", "与现在的安排一样"],
  [{ class: "再三", study: "5月14日-5月17日" }, "class", "与现在的安排一样"],
  [{ class: "再三", study: "五月初" }, "study", "五月初"],
  [{ class: "再三", study: "2月30日-3月2日" }, "study", "2月30日"],
  [{ class: "再三", stopped: "是", study: "5月21日-5月24日" }, "stopped", "停办的不写时间"],
  [{ class: "再九", stopped: "是" }, "class", "培训计划里没有这个班"],
])("%j is not taken", (raw, field, message) => {
  expect(problemsOf(book, changeClass, raw, TODAY).find((problem) => problem.field === field)?.message).toContain(message);
});
