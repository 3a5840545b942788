import { contextOf } from "../../../apps-script/domain/rules/context";
import { progress } from "../../../apps-script/domain/rules/progress";
import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import { bookOf } from "../../support/books";
import { rowOf, runOn, secondRunOf } from "../../support/running";

const preRegistered: Partial<Enrolment> = {
  kind: "再培训",
  validUntil: "2024-06-20",
  preRegisteredOn: "2024-02-01",
  class: "再培训班第二期",
};
const past = { kind: "再培训", validUntil: "2024-03-01" } as const;

test.each<[Partial<Enrolment>, string, string]>([
  [{}, "2024-03-01", "已导入"],
  [{ class: "再培训班第二期" }, "2024-03-01", "已导入"],
  [preRegistered, "2024-02-24", "已预报名·待开窗"],
  [preRegistered, "2024-02-25", "可预约"],
  [preRegistered, "2024-03-24", "可预约"],
  [preRegistered, "2024-03-25", "已预报名·窗口已过"],
  [{ preRegisteredClass: "再培训班 第二期" }, "2024-03-01", "可预约"],
  [{ preRegisteredOn: "2024-02-01" }, "2024-03-01", "已预报名"],
  [{ preRegisteredClass: "某班" }, "2024-03-01", "已预报名"],
  [{ ...preRegistered, booking: "未预约" }, "2024-03-01", "可预约"],
  [{ ...preRegistered, booking: "退回" }, "2024-03-01", "预约退回"],
  [{ ...preRegistered, booking: "待审" }, "2024-03-01", "待审"],
  [{ ...preRegistered, booking: "通过" }, "2024-03-01", "预约通过"],
  [{ booking: "通过", reportedInOn: "2024-03-26" }, "2024-03-26", "已报到"],
  [{ reportedInOn: "2024-03-26", trained: "否" }, "2024-03-30", "已报到"],
  [{ reportedInOn: "2024-03-26", trained: "是" }, "2024-03-30", "培训完成"],
  [{ trained: "2024-03-29", exam: "未约" }, "2024-03-30", "培训完成"],
  [{ trained: "是", exam: "待审" }, "2024-03-30", "考试待审"],
  [{ trained: "是", exam: "待考" }, "2024-03-30", "待考"],
  [{ trained: "是", exam: "不合格" }, "2024-03-30", "不合格待补考"],
  [{ trained: "是", exam: "缺考" }, "2024-03-30", "缺考待补考"],
  [{ trained: "是", exam: "不合格", examTries: 2 }, "2024-03-30", "补考不合格"],
  [{ trained: "是", exam: "缺考", examTries: 2 }, "2024-03-30", "补考缺考"],
  [{ trained: "是", exam: "合格" }, "2024-03-30", "已合格"],
  [{ exam: "合格", issuedOn: "2024-04-10" }, "2024-04-30", "已发证"],
  [{ exam: "合格", issuedOn: "2024-04-10", state: "已完成" }, "2024-04-30", "已发证"],
  [{ state: "已完成" }, "2024-04-30", "已完成"],
  [{ ...preRegistered, state: "取消" }, "2024-03-01", "取消"],
  [{ exam: "合格", state: "离职" }, "2024-03-01", "离职"],
  [{ state: "转班" }, "2024-03-01", "转班"],
  [{ state: "已失效" }, "2024-03-01", "已失效"],
  [past, "2024-03-01", "已导入"],
  [past, "2024-03-02", "已过期"],
  [{ ...past, kind: "初培" }, "2024-03-02", "已导入"],
  [{ ...past, exam: "合格" }, "2024-03-02", "已合格"],
  [{ ...past, exam: "待考", examOn: "2024-02-29" }, "2024-03-02", "待考"],
  [{ ...past, exam: "待考", examOn: "2024-03-01" }, "2024-03-02", "已过期"],
  [{ ...past, validUntil: "看不清" }, "2024-03-02", "已导入"],
])("%j on %s: %s", (row, today, expected) => {
  expect(rowOf(runOn(progress, bookOf({ roster: [row] }), today).after, "B2024-00001").progress).toBe(expected);
});

test("only the given rows, and nothing the second time", () => {
  const book = bookOf({ roster: [{}, {}] });
  const some = progress(book, contextOf(book, "2024-03-01"), new Set(["B2024-00002"]));
  expect(some.cells.map((cell) => cell.row)).toEqual(["B2024-00002"]);
  expect(secondRunOf(progress, runOn(progress, book, "2024-03-01"), "2024-03-01")).toBe(0);
});
