import type { Finding } from "../../../apps-script/domain/changes/finding";
import { Refusal } from "../../../apps-script/domain/refusal";
import { answerText } from "../../../apps-script/domain/serving/answer-text";
import { PLAIN_UP_TO } from "../../../apps-script/domain/serving/deflated";

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : "?");
const long = "长".repeat(PLAIN_UP_TO);

/** What a page reads that gets the text. */
const told = (call: () => unknown, deflate: ((text: string) => string) | null): unknown =>
  JSON.parse(answerText(call, deflate, sentenceOf));

const finding = (at: number): Finding => ({
  code: "R24",
  severity: "提示",
  ...{ table: "roster", row: String(at), column: null },
  message: "话".repeat(100_000),
  suggestion: "",
});
const written = {
  ...{ state: "written", run: "R00007", size: { cells: 9, rows: 0, blanked: 0 } },
  ...{ findings: Array.from({ length: 100 }, (_, at) => finding(at)), finished: [], isMigrated: false },
};

const failing = (): never => {
  throw new Error("out of memory");
};

test.each([
  ["it cannot inflate", null],
  ["nothing can be deflated", failing],
])("a page hears that its decision was written also where %s, with as many findings as can go along", (_, deflate) => {
  const answer = told(() => written, deflate);
  expect(answer).toMatchObject({ ok: true, value: { state: "written", run: "R00007", size: { cells: 9 }, isMigrated: false } });
  const { findings } = (answer as { value: typeof written }).value;
  expect([findings.length > 10, findings.length < 40]).toEqual([true, true]);
});

test("anything else that is too long is a sentence, whatever goes wrong with it", () => {
  expect(told(() => long, null)).toMatchObject({ ok: false, code: "too-large" });
  expect(told(() => long, failing)).toEqual({ ok: false, error: "out of memory", code: null });
  expect(told(() => 1n, null)).toMatchObject({ ok: false, code: null });
});

test("what is short goes as it is, what is long as it is deflated, and what failed as its sentence", () => {
  expect(told(() => "短", failing)).toEqual({ ok: true, value: "短" });
  expect(
    answerText(
      () => long,
      (text) => `gzip:${text.length}`,
      sentenceOf,
    ),
  ).toBe(`gzip:${long.length + 22}`);
  const refused = (): never => {
    throw new Refusal("bad-request", "不行");
  };
  expect(told(refused, null)).toEqual({ ok: false, error: "不行", code: "bad-request" });
});
