import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { forUnit } from "../../../apps-script/domain/wording/audience";
import { fileOf, type HeldAnswer, readAnswer, writtenAnswer } from "../../../node-sync/src/exchange/sync/held-answers";
import { LocalAnswers } from "../../../node-sync/src/exchange/sync/local-answers";
import { here } from "../../../node-sync/src/files/temporary-name";

const reason = forUnit("没有填写姓名。");
const list = {
  ...{ kind: "foreign", to: null, exchange: null, generation: null, fingerprint: "f1" },
  reply: {
    ...{ file: "名单.csv", soleUnit: "甲矿业有限公司", fingerprint: "f1", corrects: null },
    unread: [],
    refusedRows: [{ sheet: "", at: 2, cells: [], reasons: [{ address: "A2", column: "姓名", message: reason }] }],
  },
} satisfies HeldAnswer;
const verdict = { enrolment: null, row: 3, column: "姓名" } as const;
const returned = {
  ...{ kind: "returned", to: null, exchange: "X00001", generation: 1, fingerprint: "f2", sentBefore: 1 },
  notes: {
    ...{ file: "甲.xlsx", fingerprint: "f2", strays: [] },
    verdicts: [
      { ...verdict, verdict: "refused", reason },
      { ...verdict, verdict: "taken", reason: null },
    ],
  },
} satisfies HeldAnswer;

/** Those of an import. */
const to = { folder: "/回执", beside: "/来件", time: "2024-03-12T08:00:00+08:00", place: 2 };
const addressed: HeldAnswer[] = [
  { ...{ kind: "foreign", exchange: null, generation: null, fingerprint: "f1" }, to, reply: list.reply },
  {
    ...{ kind: "returned", exchange: "X00001", generation: 1, fingerprint: "f2", to, notes: returned.notes },
    sent: {
      ...{ unit: "甲矿业有限公司", file: "甲.xlsx", planYear: 2024, isNew: true, rows: [] },
      identity: { exchange: "X00001", generation: 2, workbook: "W", schema: 1, hash: "", rows: 0, seal: null },
    },
  },
];

test("an answer to a folder that does not say it is for a unit is none", () => {
  for (const answer of addressed) expect(readAnswer(JSON.stringify(answer))).toBeNull();
});

test.each([list, returned, ...addressed])("an answer reads back as it was held", (answer) => {
  const read = readAnswer(writtenAnswer(answer));
  expect(read).toMatchObject(answer);
  expect(read && fileOf(read)).toBe(fileOf(answer));
});

test("of an answer that an earlier version held, no sentence goes to a unit", () => {
  const leak = "此人是“乙矿业有限公司”的人员。";
  const earlier = (answer: HeldAnswer): string =>
    JSON.stringify(answer).replaceAll(reason, leak).replaceAll(',"corrects":null', "").replaceAll('"unread":[],', "");
  for (const answer of [list, returned]) {
    const text = earlier(answer);
    expect(text).toContain(leak);
    const read = readAnswer(text);
    expect(text).not.toContain("unread");
    expect(read?.fingerprint).toBe(answer.fingerprint);
    expect(JSON.stringify(read)).not.toContain(leak);
    expect(JSON.stringify(read)).toContain("请向中心核实");
  }
});

test.each(["", "{", "[]", "null", '{"kind":"foreign"}', '{"kind":"returned","fingerprint":"f","generation":1}'])(
  "%s is no answer",
  (text) => expect(readAnswer(text)).toBeNull(),
);

test("what a killed run left of its answers is gone with the next run, whatever that one does; an answer stays", async () => {
  const home = mkdtempSync(join(tmpdir(), "anpei-held-"));
  const held = new LocalAnswers(join(home, "名册.xlsx"));
  const folder = join(home, ".anpei", "名册.xlsx.answers");
  const { pid: gone } = spawnSync(process.execPath, ["-e", ""]);
  const half = (): void => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `.anpei-${here}-${gone}-0123abcd.tmp`), "{");
  };
  half();
  await held.exclusively(async () => expect(existsSync(folder)).toBe(false));
  mkdirSync(folder);
  await held.exclusively(async () => expect(existsSync(folder)).toBe(false));
  half();
  await held.hold([list]);
  half();
  await held.exclusively(async () => expect((await held.all()).length).toBe(1));
  expect(readdirSync(folder)).toHaveLength(1);
  rmSync(home, { recursive: true });
});
