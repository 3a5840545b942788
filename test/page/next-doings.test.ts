import { contextOf } from "../../apps-script/domain/rules/context";
import type { Enrolment } from "../../apps-script/domain/schema/roster";
import { personView } from "../../apps-script/domain/views/person";
import { operationTitles } from "../../apps-script/domain/wording/operations";
import { nextDoings } from "../../apps-script/page/screens/next-doings";
import { bookOf } from "../support/books";

/** Which operations stand in view of somebody on 学员. */

const next = (row: Partial<Enrolment>, hasConflicts = false): string[] => {
  const book = bookOf({ roster: [{ id: "B2024-00001", name: "某甲", kind: "再培训", validUntil: "2024-06-20", ...row }] });
  const part = personView(book, contextOf(book, "2024-03-20"), { person: "B2024-00001" })?.enrolments[0];
  return part === undefined ? [] : nextDoings(part, hasConflicts).map((id) => operationTitles[id]);
};

const booked = { booking: "通过", bookedClass: "再培训班第二期", preRegisteredOn: "2024-03-01" } as const;
const came = { ...booked, reportedInOn: "2024-03-26" } as const;

test.each<[string, Partial<Enrolment>, readonly string[]]>([
  ["new", {}, ["登记预报名", "登记省厅预约", "登记资料", "收款"]],
  ["registered on the centre's site", { preRegisteredOn: "2024-03-01" }, ["登记省厅预约", "登记资料", "收款", "调班"]],
  ["booked", booked, ["报到", "登记资料", "收款", "调班"]],
  ["did not come", { ...booked, noShow: "是" }, ["报到", "调班", "取消报名", "收款"]],
  ["came and owes", came, ["收款", "登记资料", "模拟卡", "登记约考"]],
  ["trained", { ...came, trained: "是" }, ["登记成绩", "登记约考", "收款", "模拟卡"]],
  ["passed", { ...came, trained: "是", exam: "合格" }, ["登记发证", "收款", "变更单位"]],
  ["cancelled", { state: "取消" }, ["恢复报名", "新增报名"]],
])("%s", (_, row, titles) => {
  expect(next(row)).toEqual(titles);
});

test("an open conflict comes first, and never more than four stand there", () => {
  expect(next(booked, true)).toEqual(["处理冲突", "报到", "登记资料", "收款"]);
});
