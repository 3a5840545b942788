import { runAll } from "../../../apps-script/domain/rules/actions";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { summaryCell } from "../../../apps-script/domain/wording/summary";
import { bookOf, plan2024 } from "../../support/books";

test("every entry of the actions' summaries has a word for staff", () => {
  const person = { name: "赵一", idNumber: "379999198501010015", unit: "甲矿业有限公司", post: "主要负责人" } as const;
  const roster = [{ ...person, kind: "再培训", validUntil: "2024-06-20", education: "大专" }];
  const book = bookOf({ plan: plan2024, units: [{ name: "甲矿业有限公司" }], roster });
  const { summary } = runAll(book, contextOf(book, "2024-03-12"));
  expect(Object.keys(summary).length).toBeGreaterThan(5);
  expect(summaryCell("all", summary)).not.toMatch(/[a-z]/u);
});
