import type { Enrolment } from "../../../../apps-script/domain/schema/roster";
import { assignOn, shortName } from "../../../support/assigning";
import { bookOf, plan2024 } from "../../../support/books";

const policies = ["最早", "均衡", "最晚可行"];

describe("overlapping months", () => {
  const people = (count: number, validUntil: string) => Array.from({ length: count }, () => ({ kind: "再培训", validUntil }));
  const classes = (overlapPolicy: string, roster: readonly Partial<Enrolment>[], plan = plan2024, day = "2024-01-20") =>
    assignOn(bookOf({ roster, plan, settings: { overlapPolicy } }), day).after.roster.map((row) => shortName(row.class));

  test.each([
    ["最早", "2024-06-20", ["再2", "再2", "再2"]],
    ["均衡", "2024-06-20", ["再2", "再3", "再2"]],
    ["最晚可行", "2024-06-20", ["再3", "再3", "再3"]],
    ["最晚可行", "2024-06-02", ["再3", "再3", "再3"]], // 15 days
    ["最晚可行", "2024-06-01", ["再2", "再2", "再2"]], // 14 days
    ["最晚可行", "2024-11-11", ["再8", "再8", "再8"]], // 16 days
    ["最晚可行", "2024-11-09", ["再7", "再7", "再7"]], // 14 days
  ])("%s, certificates of %s", (policy, validUntil, expected) => {
    expect(classes(policy, people(3, validUntil))).toEqual(expected);
  });
  test("均衡 divides by 容量 where every candidate has one", () => {
    const plan = plan2024.map((row) => ({ ...row, capacity: shortName(row.name ?? null) === "再2" ? 2 : 4 }));
    expect(classes("均衡", people(6, "2024-06-20"), plan)).toEqual(["再2", "再3", "再3", "再2", "再3", "再3"]);
  });
  test("初培 takes the first class whatever the policy", () => {
    for (const policy of policies) expect(classes(policy, [{ kind: "初培" }])).toEqual(["培1"]);
  });
  test("an unknown policy falls back to 最早", () => {
    expect(classes("随便", people(1, "2024-06-20"))).toEqual(["再2"]);
  });
});
