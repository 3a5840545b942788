/** What 帮助 says. */
export const HELP_TITLE = "帮助";
export const OPENING_HELP = "正在打开帮助……";
export const HELP_KEY = "F1";
export const WHICH_PART = "看哪一段";
export const NEXT_PART = "下一段";

/** Where the manual tells of what staff do: screens and operations, by their ids, under the title of its part. */
export const TOLD_IN: Readonly<Record<string, readonly string[]>> = {
  一天从今天开始: ["today"],
  有人来电话: ["person", "enrol", "edit", "withdraw", "reinstate", "leave", "renew"],
  收表: ["files"],
  核对: ["unit", "settle", "merge-person", "transfer"],
  分班: ["move"],
  催预约: ["reminders", "notified", "pre-register"],
  审核: ["class", "booking", "papers"],
  报到收费: ["desk", "check-in", "no-show"],
  发卡: ["card"],
  考试: ["complete", "book-exam", "exam"],
  发证: ["issue"],
  结转: ["close-year", "mark-carried"],
  安排变更: ["change-class"],
  打印和填表: ["doings"],
  钱: ["pay", "refund", "invoice"],
  看全年: ["board"],
  办错了怎么办: ["runs"],
};
