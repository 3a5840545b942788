import { decide, operationOf } from "../../../../apps-script/domain/operations/operation";
import { closeYear } from "../../../../apps-script/domain/operations/year/close-year";
import { ACTIONS } from "../../../../apps-script/domain/rules/actions";
import type { Snapshot } from "../../../../apps-script/domain/snapshot/snapshot";
import { bookOf } from "../../../support/books";
import { doing, problemsOf } from "../../../support/clerk-desk";
import { gridsOfBook } from "../../../support/counted-workbook";

const TODAY = "2025-02-20";
const passed = { kind: "再培训", validUntil: "2026-06-20", trained: "是", exam: "合格", state: "已完成" } as const;
const paid = (at: number, amount = 300) => ({ id: `F0000${at}`, amount, method: "现金", shares: `B2024-0000${at}` });
const book = bookOf({
  roster: [
    { name: "某甲", ...passed, newValidUntil: "2027-06-20" },
    { name: "某乙", ...passed, exam: "不合格", examTries: 1, state: null },
    { name: "某丙", ...passed },
    { name: "某丁", ...passed, issuedOn: "2024-07-01" },
    { name: "某戊", kind: "再培训", validUntil: "2026-06-20", noShow: "是" },
  ],
  payments: [paid(1), paid(2), paid(3), paid(4, 100), paid(5)],
});

const endedOn = (after: Snapshot) => after.settings.find(({ item }) => item === "年度结束日期")?.value;

test("what is still open is said, in all and of each person", () => {
  const { told, after } = doing(book, closeYear, {}, TODAY);
  expect(endedOn(after)).toBe(TODAY);
  expect(told.said).toBe(
    "本年度2025-02-20结束，这本工作簿不再改动；还没有办完的：还没有结转到下一年度，1人的培训或考试没有结束，1人合格了还没有登记发证，1人欠费，1人交过的钱没有定下怎样处理",
  );
  expect(told.people).toEqual({
    "B2024-00002": "某乙：培训或考试没有结束",
    "B2024-00003": "某丙：合格了，还没有登记发证和新有效期",
    "B2024-00004": "某丁：还欠200元",
    "B2024-00005": "某戊：交过的300元还没有定下怎样处理",
  });
});

test("where nothing is open that is said too", () => {
  const done = bookOf({
    roster: [{ name: "某甲", ...passed, newValidUntil: "2027-06-20" }],
    payments: [paid(1)],
    settings: { carriedTo: "next" },
  });
  const { told } = doing(done, closeYear, {}, TODAY);
  expect(told.said).toBe("本年度2025-02-20结束，这本工作簿不再改动；没有未办完的事");
  expect([told.isOpen, doing(book, closeYear, {}, TODAY).told.isOpen]).toEqual([false, true]);
});

describe("once it is ended", () => {
  const ended = doing(book, closeYear, {}, TODAY).after;
  const bound = (raw: Readonly<Record<string, string>>) => {
    const operation = closeYear.bind(raw);
    if ("problems" in operation) throw new Error("not taken");
    return operation;
  };

  test("every other run is refused with a sentence", () => {
    for (const { id, title, rule } of ACTIONS) {
      expect(() => decide(gridsOfBook(ended), operationOf(id, title, rule), TODAY)).toThrow(
        `本年度已在2025-02-20结束，不能再执行“${title}”。还有事要办的，先用“结束本年度”里的“重新打开”。`,
      );
    }
  });

  test("ending it again changes nothing, and opening it again lets everything go on", () => {
    const again = decide(gridsOfBook(ended), bound({}), "2025-02-25");
    expect(again.changes.cells).toEqual([]);
    const open = decide(gridsOfBook(ended), bound({ reopen: "是" }), "2025-02-25");
    expect(open.changes.cells).toMatchObject([{ table: "settings", row: "年度结束日期", before: TODAY, after: null }]);
  });
});

test("a word that says nothing is not taken", () => {
  expect(problemsOf(book, closeYear, { reopen: "大概" }, TODAY)[0]?.field).toBe("reopen");
});
