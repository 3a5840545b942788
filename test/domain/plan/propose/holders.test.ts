import { holdersByMonth } from "../../../../apps-script/domain/plan/propose/holders";
import type { Enrolment } from "../../../../apps-script/domain/schema/roster";
import { bookOf } from "../../../support/books";
import { idOf } from "../../merge/lists";

const holder: Partial<Enrolment> = { kind: "再培训", post: "主要负责人", idNumber: idOf(1), validUntil: "2026-03-15" };

test.each<[string, readonly Partial<Enrolment>[], Record<number, number>]>([
  ["a holder, by the month of the certificate", [holder], { 3: 1 }],
  ["one with a new certificate, by the month of that", [{ ...holder, newValidUntil: "2027-06-10" }], { 6: 1 }],
  ["a person with two posts", [holder, { ...holder, post: "安全生产管理人员" }], { 3: 2 }],
  [
    "who failed and took 初培 the same year, once",
    [
      { ...holder, exam: "不合格", examTries: 2 },
      { ...holder, kind: "初培", exam: "合格", newValidUntil: "2027-09-01" },
    ],
    { 9: 1 },
  ],
  ["who is on the way to a first certificate holds none, whatever an old one says", [{ ...holder, kind: "初培" }], {}],
  [
    "who cancelled and came back is the newer enrolment",
    [
      { ...holder, state: "取消" },
      { ...holder, validUntil: "2026-04-01" },
    ],
    { 4: 1 },
  ],
  ["who left", [{ ...holder, state: "离职" }], {}],
  ["a day that cannot be read", [{ ...holder, validUntil: "2026年3月" }], {}],
])("certificates a month: %s", (_name, roster, wanted) => {
  expect(Object.fromEntries(holdersByMonth(bookOf({ roster })))).toEqual(wanted);
});
