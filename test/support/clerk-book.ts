import type { Snapshot } from "../../apps-script/domain/snapshot/snapshot";
import { idOf } from "../domain/people/residents";
import { type BookParts, bookOf } from "./books";
import { settledBook } from "./clerk-desk";

/** The report-in day of the second retraining class. */
export const REPORT_DAY = "2024-03-26";

const booked = { booking: "通过", bookedClass: "再培训班第二期", bookedOn: "2024-03-10" } as const;
const person = { kind: "再培训", validUntil: "2024-05-20", education: "大专", post: "主要负责人", unit: "甲矿有限公司" } as const;

/** Eight people on the morning of their report-in: what staff worked out about them is up to date. */
export function reportMorning(more: BookParts = {}): Snapshot {
  const people = ["赵一", "钱二", "孙三", "李四", "周五", "吴六", "郑七", "王八"].map((name, at) => ({
    ...person,
    name,
    idNumber: idOf("19800101", at + 1),
    mobile: `1990000100${at}`,
    ...(at < 6 ? booked : {}),
    ...(at === 5 ? { booking: "待审" as const } : {}),
    ...(at === 6 ? { validUntil: "2024-07-20" } : {}),
    ...(at === 7 ? { state: "取消" as const } : {}),
  }));
  const units = [{ name: "甲矿有限公司", aliases: "甲矿" }, { name: "乙矿" }];
  return settledBook(bookOf({ units, roster: people, ...more }), REPORT_DAY);
}
