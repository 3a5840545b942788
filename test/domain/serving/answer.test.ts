import { Refusal } from "../../../apps-script/domain/refusal";
import { CallFailed, failure, valueIn } from "../../../apps-script/domain/serving/answer";
import type { Answer } from "../../../apps-script/domain/serving/calls";

const overTheLine = <T>(answer: Answer<T>): Answer<T> => JSON.parse(JSON.stringify(answer)) as Answer<T>;

test("an answer is a value, or the sentence with what was refused", () => {
  expect(valueIn(overTheLine({ ok: true, value: 7 }))).toBe(7);
  const refused = (error: unknown, sentence: string) => () => valueIn(overTheLine(failure(error, sentence)));
  expect(refused(new Refusal("busy", "忙"), "有人在写")).toThrow(new CallFailed("有人在写", "busy"));
  expect(refused(new Error("x"), "出错了")).toThrow(new CallFailed("出错了", null));
  expect(() => valueIn({ ok: false, error: "旧程序", code: "gone" })).toThrow(new CallFailed("旧程序", null));
});
