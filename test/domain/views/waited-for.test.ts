import { contextOf } from "../../../apps-script/domain/rules/context";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { unitFilesOf } from "../../../apps-script/domain/views/board";
import { unitView } from "../../../apps-script/domain/views/unit";
import { bookOf } from "../../support/books";

const UNIT = "安生矿业";
const NINE = "2024-03-12T09:00:00+08:00";
const EIGHT = "2024-03-12T08:00:00+08:00";

/** 往来 as it was written: each file below the ones before it. */
function bookWith(...files: readonly (readonly ["发出" | "收回", string])[]): Snapshot {
  return bookOf({
    roster: [{ name: "某甲", unit: UNIT }],
    exchanges: files.map(([direction, time], place) => ({
      ...{ exchange: "X00001", unit: UNIT, generation: place + 1, direction, time, fingerprint: `${place}`, file: `${place}` },
    })),
  });
}

test.each<[string, Snapshot, boolean]>([
  ["sent", bookWith(["发出", NINE]), true],
  ["sent and back", bookWith(["发出", EIGHT], ["收回", NINE]), false],
  ["back and sent again by one sync, within a second", bookWith(["发出", EIGHT], ["收回", NINE], ["发出", NINE]), true],
  ["sent and back within a second", bookWith(["发出", NINE], ["收回", NINE]), false],
  ["back through a computer whose clock is slow", bookWith(["发出", NINE], ["收回", EIGHT]), false],
  ["a list that came before anything was sent", bookWith(["收回", EIGHT], ["发出", NINE]), true],
])("waited for or not: %s", (_name, book, isWaitedFor) => {
  expect(unitView(book, contextOf(book, "2024-03-12"), { unit: UNIT }).isWaitedFor).toBe(isWaitedFor);
  expect(unitFilesOf(book)).toMatchObject({ waitedFor: isWaitedFor ? [UNIT] : [], back: isWaitedFor ? [] : [UNIT] });
});

test("a unit's files are shown the newest first, by their place in 往来", () => {
  const book = bookWith(["发出", NINE], ["收回", EIGHT], ["发出", EIGHT]);
  expect(unitView(book, contextOf(book, "2024-03-12"), { unit: UNIT }).files.map(({ file }) => file)).toEqual(["2", "1", "0"]);
});
