import { isRefusalCode, Refusal } from "../../apps-script/domain/refusal";
import { failure } from "../../apps-script/domain/serving/answer";
import { sentenceOf } from "../../apps-script/src/serving/sentence";
import { explain } from "../../node-sync/src/explain";
import { FileRefused } from "../../node-sync/src/files/refused";
import { GoogleRefused } from "../../node-sync/src/google/failure";
import { UnreadableFile } from "../../node-sync/src/xlsx/unreadable-file";

const refusals: readonly Refusal[] = [
  new Refusal("restless", "有人在排序。"),
  new FileRefused("locked", "有人在用。"),
  new GoogleRefused("quota", "用得太多。"),
  new UnreadableFile("encrypted", "有密码。"),
];

test.each(refusals.map((refusal) => [refusal.name, refusal] as const))("both edges know a %s by its code", (_, refusal) => {
  expect(explain(refusal)).toEqual({ exit: 3, code: refusal.code, message: refusal.message });
  expect(failure(refusal, sentenceOf(refusal))).toEqual({ ok: false, error: refusal.message, code: refusal.code });
});

test("each reason is a line of its own, and none can begin another one", () => {
  expect(explain(new Refusal("no-files", ["一\n二", "三"])).message).toBe("一␊二\n三");
});

test("a code that nobody knows can't be made", () => {
  // @ts-expect-error It is not in the list.
  const made = new Refusal("no-such-code", "");
  expect([isRefusalCode(made.code), isRefusalCode("E18"), isRefusalCode("quota")]).toEqual([false, true, true]);
});
