import { decideAway } from "../../../apps-script/domain/operations/earlier-decision";
import type { Operation } from "../../../apps-script/domain/operations/operation";
import { CallFailed } from "../../../apps-script/domain/serving/answer";
import { PLAIN_UP_TO } from "../../../apps-script/domain/serving/deflated";
import { gridsIn } from "../../../apps-script/domain/serving/reading";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { ScriptServer } from "../../../apps-script/page/transport/google-script";
import { bookOf } from "../../support/books";
import { seeded } from "../../support/invented-year";
import { loadTabs } from "../lab";
import { type AddOn, openAddOn } from "./support/add-on";
import { buildAddOn } from "./support/built";
import { called } from "./support/press";
import { tabsOf } from "./support/seeded";

const PEOPLE = 5200;
const TODAY = "2024-03-20";
const WORDS = ["复印件", "已收", "原件", "未盖章", "请补", "电话", "联系", "负责人", "下周", "来取"];
const ALL = { tables: null, runs: [], isSettled: false } as const;

const built = buildAddOn();
let addOn: AddOn;
/** The longest text of each way. */
let longest: { asked: number; answered: number };

function open(people: number): void {
  addOn = openAddOn(built, { moment: `${TODAY}T10:00:00+08:00` });
  called(addOn, "open", { clerk: "甲", copy: null });
  const roster = Array.from({ length: people }, (_, at) => ({ name: `测试${at}` }));
  loadTabs(addOn.google.workbook, tabsOf(bookOf({ roster })), "dates");
  longest = { asked: 0, answered: 0 };
}

/** The page's way to the script, as texts and lists. */
function server(): ScriptServer {
  type Handler = (given: unknown) => void;
  const run = (success: Handler, failed: Handler) => ({
    withSuccessHandler: (handler: Handler) => run(handler, failed),
    withFailureHandler: (handler: Handler) => run(success, handler),
    pageCall: (name: string, ask: unknown, inflates: boolean) => {
      const text = String(addOn.call("pageCall", name, ask, inflates));
      longest = {
        asked: Math.max(longest.asked, JSON.stringify(ask).length),
        answered: Math.max(longest.answered, text.length),
      };
      success(text);
    },
    pageManual: () => success(addOn.call("pageManual")),
  });
  return new ScriptServer({ script: { run: run(() => undefined, fail), host: { close: () => undefined } } });
}

const fail = (error: unknown): never => {
  throw error;
};

/** Nothing that a dictionary of whole cells makes short. */
function longText(key: string): string {
  const random = seeded(Number(key.slice(-5)));
  return Array.from({ length: 480 }, () => WORDS[Math.floor(random() * WORDS.length)]).join("");
}

/** Writes as much into 备注 as no person would: a decision, and then a reading, of more than 4 MB. */
const longRemarks: Operation = {
  id: "edit",
  title: "写备注",
  decide: ({ roster }) => ({
    cells: roster.map(({ key, note }) => ({
      table: "roster",
      row: key,
      column: "note",
      before: note,
      after: longText(key),
      reason: "",
    })),
    rows: [],
    findings: [],
    summary: {},
  }),
  tables: ["roster", "plan", "holidays"],
};

async function withLongRemarks(): Promise<string> {
  const reading = await server().call("read", ALL);
  return decideAway(gridsIn(reading), longRemarks, TODAY, reading.build).text;
}

/** As in a browser that is older than the streams. */
async function withoutStreams(work: () => Promise<void>): Promise<void> {
  const { CompressionStream: stream } = globalThis;
  Reflect.deleteProperty(globalThis, "CompressionStream");
  try {
    await work();
  } finally {
    globalThis.CompressionStream = stream;
  }
}

test("what is above 4 MB goes deflated both ways, and comes as it was", async () => {
  open(PEOPLE);
  const decision = await withLongRemarks();
  expect(decision.length).toBeGreaterThan(PLAIN_UP_TO);
  expect(await server().call("commit", { decision })).toMatchObject({ state: "written" });
  const { roster } = snapshotOf(gridsIn(await server().call("read", ALL)), ["roster"]);
  expect(roster.length).toBe(PEOPLE);
  expect(roster.every(({ key, note }) => note === longText(key))).toBe(true);
  expect(longest.asked).toBeLessThan(PLAIN_UP_TO);
  expect(longest.answered).toBeLessThan(PLAIN_UP_TO);
});

test("a browser that can't is told so, and nothing is written", async () => {
  open(PEOPLE);
  const decision = await withLongRemarks();
  const before = addOn.google.workbook.sheetTitled("操作记录")?.lastRow;
  await withoutStreams(async () => {
    const told = server().call("commit", { decision });
    await expect(told).rejects.toThrow(CallFailed);
    await expect(told).rejects.toThrow("超过4MB，这个浏览器发不出，没有写入");
  });
  expect(addOn.google.workbook.sheetTitled("操作记录")?.lastRow).toBe(before);
  await server().call("commit", { decision });
  await withoutStreams(async () => {
    await expect(server().call("read", ALL)).rejects.toThrow("超过4MB，这个浏览器收不下");
  });
});

test.each(["gzip:", "gzip:!!", "gzip:AAAA", "{", "null", ""])("an ask that is no ask of a page (%s) is a sentence", (ask) => {
  open(1);
  expect(JSON.parse(String(addOn.call("pageCall", "read", ask, true)))).toMatchObject({ ok: false, code: "bad-request" });
});
