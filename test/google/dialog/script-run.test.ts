import { runInNewContext } from "node:vm";
import { button, headline, office, useDialogs } from "./support/office";
import { illegalPart } from "./support/script-run";

/** The stand-in for google.script.run refuses what Google refuses, and some more. */
class Made {
  readonly name = "x";
}

interface Page {
  pageCall(given: unknown): void;
  readonly unknown?: unknown;
  readonly onOpen_?: unknown;
}

describe("what may pass", () => {
  test.each([[null], ["x"], [""], [0], [true], [[]], [{}], [{ a: [{ b: null }] }], [runInNewContext("({ a: [1] })")]])(
    "%j",
    (value) => {
      expect(illegalPart(value, "it")).toBeNull();
    },
  );

  test.each<[string, unknown]>([
    ["it is a undefined", undefined],
    ["it.0.when is [object Date]", [{ when: new Date(0) }]],
    ["it.when is [object Date]", runInNewContext("({ when: new Date(0) })")],
    ["it.press is a function", { press: () => 1 }],
    ["it.a is a undefined", { a: undefined }],
    ["it is NaN", Number.NaN],
    ["it is Infinity", Number.POSITIVE_INFINITY],
    ["it is a bigint", 1n],
    ["it is a symbol", Symbol("x")],
    ["it is [object Map]", new Map()],
    ["it is [object RegExp]", /x/],
    ["it is an instance of a class", new Made()],
  ])("%s", (sentence, value) => {
    expect(illegalPart(value, "it")).toBe(sentence);
  });
});

describe("in the page", () => {
  const open = useDialogs();

  test("an element or a date can't be passed, a private or unknown function is not there", async () => {
    const dialog = await open(office(), "menuFees");
    await headline(dialog, /^将要/);
    const told = await button(dialog, "关闭").evaluate((element) => {
      const { google } = globalThis as unknown as { google: { script: { run: Page } } };
      const { run } = google.script;
      const error = (given: unknown): string => {
        try {
          run.pageCall(given);
          return "";
        } catch (caught) {
          return String(caught);
        }
      };
      return [error(element), error([new Date(0)]), typeof run.unknown, typeof run.onOpen_, typeof run.pageCall];
    });
    expect(told).toEqual([
      "TypeError: pageCall.0 is [object HTMLButtonElement]",
      "TypeError: pageCall.0.0 is [object Date]",
      "undefined",
      "undefined",
      "function",
    ]);
    expect(dialog.complaints.splice(0)).toHaveLength(2);
  });
});
