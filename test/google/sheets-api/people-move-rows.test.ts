import { perform } from "../../../node-sync/src/perform";
import { WAYS } from "../../hosts/away";
import { cellAt, edit, rowWhere, tabOf } from "../../hosts/lab";
import { eightPeople, fill, nothing, terms } from "../host/fill";
import { columnTitled, DISTURBANCES } from "../host/moving-people";
import { type Loopback, startLoopback } from "../loopback";
import { insertLines } from "../workbook/lines";
import type { SheetModel } from "../workbook/sheet-model";
import { type ApiLab, apiLab } from "./api-lab";

/** Before every request in the soak, before a few else: each disturbance before others. */
const STEP = process.env.ANPEI_SOAK === undefined ? 7 : 1;

let google: Loopback;
beforeAll(async () => {
  google = await startLoopback();
});
afterAll(() => google.close());

async function fresh(): Promise<ApiLab> {
  // Google's quota of a minute is of no interest here.
  google.clock.advance(60_000);
  const lab = await apiLab(google);
  await lab.load(eightPeople());
  for (const sheet of google.workbook.sheets) sheet.rows.splice(sheet.lastRow() + 3);
  return lab;
}

/** What stands in each person's row, by name. */
async function people(lab: ApiLab): Promise<Map<string, Record<string, unknown>>> {
  const tab = tabOf(await lab.dump(), "名册");
  const titles = (tab.cells[0] ?? []).filter((title) => title !== null).map(String);
  const rows = tab.cells.flatMap((_, row) => {
    const cells = Object.fromEntries(
      titles.map((title) => [title, cellAt(tab, row, title)]).filter(([, value]) => value !== null),
    );
    return row === 0 || Object.keys(cells).length === 0 ? [] : [[String(cells.姓名), cells] as const];
  });
  expect(new Set(rows.map(([name]) => name)).size).toBe(rows.length);
  return new Map(rows);
}

/** Does something right before the n-th request (from 1); tells whether it came to that. */
function atRequest(n: number, act: () => void): () => boolean {
  let requests = 0;
  const stop = google.onRequest((moment) => {
    if (moment === "before" && ++requests === n) act();
  });
  return () => {
    stop();
    return requests >= n;
  };
}

const roster = (): SheetModel => {
  const sheet = google.workbook.sheetTitled("名册");
  if (!sheet) throw new Error("no 名册");
  return sheet;
};

describe.each(WAYS)("people move rows and columns between the requests of an action, %s", (_way, perform) => {
  test.each(Object.entries(DISTURBANCES))("someone %s, before any request", async (what, disturb) => {
    const undisturbed = await fresh();
    await perform(undisturbed.host, fill, terms);
    const whole = await people(undisturbed);
    for (let n = 1 + (Object.keys(DISTURBANCES).indexOf(what) % STEP); ; n += STEP) {
      const lab = await fresh();
      const stop = atRequest(n, () => disturb(roster()));
      const receipt = await perform(lab.host, fill, terms);
      if (!stop()) break;
      const now = await people(lab);
      expect(now.size).toBe(what.startsWith("deletes") ? 7 : 8);
      for (const [name, cells] of now) {
        const nameless = (row: Record<string, unknown> = {}) => ({ ...row, 报名编号: "", 人员编号: "" });
        expect([n, name, nameless(cells)]).toEqual([n, name, nameless(whole.get(name))]);
      }
      expect(new Set([...now.values()].map(({ 报名编号 }) => 报名编号)).size).toBe(now.size);
      const gone = receipt.changes.findings.filter(({ code }) => code === "W05");
      if (!what.startsWith("deletes")) expect(gone).toEqual([]);
    }
  });
});

test("someone inserts a row on top of 设置 while an older workbook is brought up: each setting keeps its own value", async () => {
  const settings = (): SheetModel => {
    const sheet = google.workbook.sheetTitled("设置");
    if (!sheet) throw new Error("no 设置");
    return sheet;
  };
  const older = async (): Promise<ApiLab> => {
    const lab = await fresh();
    const tabs = (await lab.dump()).filter(({ title }) => title !== "封印");
    edit(tabOf(tabs, "设置"), rowWhere(tabOf(tabs, "设置"), "项", "表结构版本"), "值", 1);
    await lab.load(tabs);
    return lab;
  };
  const values = async (lab: ApiLab) => new Map(tabOf(await lab.dump(), "设置").cells.map(([item, value]) => [item, value]));
  const undisturbed = await older();
  await perform(undisturbed.host, nothing, terms);
  const whole = await values(undisturbed);
  for (let n = 1; ; n += STEP) {
    const lab = await older();
    const stop = atRequest(n, () => insertLines(settings(), "rows", 2, 1, 2));
    await perform(lab.host, nothing, terms);
    if (!stop()) break;
    const now = await values(lab);
    now.delete(null);
    now.delete("");
    expect([n, now]).toEqual([n, whole]);
  }
});

test("a cell that someone fills in between reading and writing keeps what they wrote; it becomes a finding", async () => {
  const requests = await (async () => {
    const lab = await fresh();
    const from = google.requests.length;
    await perform(lab.host, fill, terms);
    return google.requests.slice(from).map(({ method }) => method);
  })();
  // After the last look before the write, and before it.
  const write = requests.lastIndexOf("sheets.spreadsheets.batchUpdate", requests.length - 2) + 1;
  for (const n of [write - 1, write]) {
    const lab = await fresh();
    const column = columnTitled(roster(), "锁定班级");
    const stop = atRequest(n, () => roster().enter(2, column, "人工填的"));
    const { changes } = await perform(lab.host, fill, terms);
    expect(stop()).toBe(true);
    const zhang = (await people(lab)).get("张一");
    const told = changes.findings.filter(({ code }) => code === "W03").map(({ row, column: name }) => [row, name]);
    // One that comes within the very request that writes can't be told from one that was there.
    expect([n, zhang?.锁定班级, told]).toEqual(
      n === write ? [n, "张一锁", []] : [n, "人工填的", [["B2024-00001", "lockedClass"]]],
    );
    expect(zhang?.班级).toBe("张一的班");
  }
});
