import type { AskOf, CallName } from "../../../apps-script/domain/serving/calls";
import { type Serving, serve } from "../../../apps-script/domain/serving/serve";

type Asked = readonly [name: CallName, ask: unknown];

/** Somebody who notes what it is asked and answers nothing. */
function asked(name: unknown, given: unknown): Asked[] {
  const all: Asked[] = [];
  const note =
    <N extends CallName>(own: N) =>
    (ask: AskOf<N>): never => {
      all.push([own, ask]);
      throw new Error("noted");
    };
  const names: readonly CallName[] = ["open", "read", "commit", "init", "tabText", "jump"];
  const serving = Object.fromEntries(names.map((own) => [own, note(own)])) as unknown as Serving;
  try {
    serve(serving, name, given);
  } catch (error) {
    if (!(error instanceof Error) || error.message !== "noted") throw error;
  }
  return all;
}

test.each<Asked>([
  ["open", { clerk: null, copy: null }],
  ["open", { clerk: "甲", copy: "same" }],
  ["read", { tables: null, runs: [], isSettled: false }],
  ["read", { tables: ["runs", "changeParts"], runs: ["R00001"], isSettled: true }],
  ["commit", { decision: "{}" }],
  ["init", { year: 2024, agreed: "00" }],
  ["tabText", { title: "计划" }],
  ["jump", { table: "roster", row: "B2024-00001", column: "mobile" }],
])("%s is handed on as it was asked: %j", (name, ask) => {
  expect(asked(name, ask)).toEqual([[name, ask]]);
  expect(asked(name, { ...(ask as object), more: 1 })).toEqual([[name, ask]]);
});

test.each([
  ["write", {}],
  ["constructor", {}],
  ["toString", {}],
  [null, {}],
  ["open", null],
  ["open", { clerk: 7, copy: null }],
  ["open", { clerk: null, copy: "both" }],
  ["read", { tables: ["seals"], runs: [], isSettled: false }],
  ["read", { tables: "roster", runs: [], isSettled: false }],
  ["read", { tables: null, runs: [7], isSettled: false }],
  ["read", { tables: null, runs: Array.from({ length: 101 }, () => "R00001"), isSettled: false }],
  ["read", { tables: null, runs: [] }],
  ["commit", { decision: {} }],
  ["commit", "{}"],
  ["init", { year: "2024", agreed: null }],
  ["init", { year: 20240, agreed: null }],
  ["tabText", {}],
  ["jump", { table: "seals", row: "1", column: null }],
  ["jump", { table: "roster", row: "B2024-00001", column: "__proto__" }],
])("nobody is asked %s with %j", (name, given) => {
  expect(() => asked(name, given)).toThrow("页面发来的请求不完整");
});
