import { decideAway } from "../../../apps-script/domain/operations/earlier-decision";
import { tablesOf } from "../../../apps-script/domain/operations/operation";
import type { GoogleSheetHost } from "../../../apps-script/src/google-sheet-host";
import { commit } from "../../../apps-script/src/perform";
import { BUILD } from "../../hosts/away";
import { cellAt, type LabTab, tabOf } from "../../hosts/lab";
import { apply } from "../perform-at-once";
import { eightPeople, fill, terms } from "./fill";
import { atCall, DISTURBANCES, sheetTitled } from "./moving-people";
import { loadSmall, type SheetLab, sheetLab } from "./sheet-lab";

/** What stands in each person's row, by name: nothing in it may be another person's. */
async function people(lab: SheetLab): Promise<Map<string, Record<string, unknown>>> {
  const tab = tabOf(await lab.dump(), "名册");
  const found = new Map<string, Record<string, unknown>>();
  for (let row = 1; row < tab.cells.length; row++) {
    const name = cellAt(tab, row, "姓名");
    const titles = (tab.cells[0] ?? []).filter((title) => title !== null).map(String);
    const cells = Object.fromEntries(
      titles.map((title) => [title, cellAt(tab, row, title)]).filter(([, value]) => value !== null),
    );
    if (name === null) expect([row, cells]).toEqual([row, {}]);
    else {
      expect(found.has(String(name))).toBe(false);
      found.set(String(name), cells);
    }
  }
  return found;
}

async function filled(lab: SheetLab): Promise<Map<string, Record<string, unknown>>> {
  await loadSmall(lab, eightPeople());
  apply(lab.sheetHost, fill, terms);
  return people(lab);
}

/** Before every call in the soak (of what is sent, every third), a few of them else: each disturbance before others. */
const isSoak = process.env.ANPEI_SOAK !== undefined;

const WAYS: readonly (readonly [string, number, (lab: SheetLab) => void])[] = [
  ["decided in the Sheet", isSoak ? 1 : 17, ({ sheetHost }) => void apply(sheetHost, fill, terms)],
  ["decided elsewhere and sent", isSoak ? 3 : 37, ({ sheetHost }) => sendFill(sheetHost)],
];

/** Reads, decides elsewhere and writes; once more while people come in between. */
function sendFill(host: GoogleSheetHost): void {
  for (let round = 0; round < 5; round++) {
    const { text } = decideAway(host.read(tablesOf(fill)), fill, terms.today, BUILD);
    if (!commit(host, text, terms, BUILD).isChanged) return;
  }
}

describe.each(WAYS)("people move rows and columns while an action runs, %s", (_way, step, perform) => {
  test.each(Object.entries(DISTURBANCES))("someone %s, at every call", async (what, disturb) => {
    const whole = await filled(sheetLab());
    let left = 0;
    for (let n = 1 + ((5 * Object.keys(DISTURBANCES).indexOf(what)) % step); ; n += step) {
      const lab = sheetLab();
      await loadSmall(lab, eightPeople());
      const stop = atCall(lab, n, () => disturb(sheetTitled(lab.google, "名册")));
      perform(lab);
      if (!stop()) break;
      const now = await people(lab);
      expect(now.size).toBe(what.startsWith("deletes") ? 7 : 8);
      const ids = new Set<unknown>();
      for (const [name, cells] of now) {
        const wanted = { ...whole.get(name) };
        // Who is numbered before the change may get another number, but nobody gets someone else's.
        ids.add(cells.报名编号);
        const numbers = (row: Record<string, unknown>) => ({ ...row, 报名编号: "", 人员编号: "" });
        // Who was inserted past the edge of what was just being read is left for the next run.
        if (cells.分配说明 === undefined && wanted.分配说明 !== undefined) {
          left++;
          continue;
        }
        expect([n, name, numbers(cells)]).toEqual([n, name, numbers(wanted)]);
      }
      expect(ids.size).toBe(now.size);
    }
    expect(left).toBeLessThanOrEqual(2);
  });

  test.each(["inserts a row on top", "inserts two rows above the last one", "deletes the last person"])(
    "someone %s of the tab that gets new rows",
    async (what) => {
      const start = (): LabTab[] => {
        const tabs = eightPeople();
        tabOf(tabs, "单位").cells.push(["丙矿", "小丙"], ["丁矿", "小丁"], ["戊矿", null, null, null, "联系戊"]);
        return tabs;
      };
      for (let n = 1; ; n += isSoak ? 1 : step - 2) {
        const lab = sheetLab();
        await loadSmall(lab, start());
        const stop = atCall(lab, n, () => DISTURBANCES[what]?.(sheetTitled(lab.google, "单位")));
        perform(lab);
        if (!stop()) break;
        const rows = tabOf(await lab.dump(), "单位").cells.slice(1);
        const units = rows
          .filter((cells) => cells.some((cell) => cell !== null))
          .map((cells) => [cells[0], cells[1], cells[4], cells[5]]);
        const known = [
          ["丙矿", "小丙", null, null],
          ["丁矿", "小丁", null, null],
          ["戊矿", null, "联系戊", null],
        ];
        const fresh = [
          ["乙矿", null, null, "0535001"],
          ["甲矿", null, null, "0535001"],
        ];
        const all = [...known, ...fresh];
        if (what.startsWith("deletes")) expect([n, all]).toEqual([n, expect.arrayContaining(units)]);
        else expect([n, new Set(units.map(String))]).toEqual([n, new Set(all.map(String))]);
        expect(units.length).toBe(new Set(units.map(String)).size);
        expect(units.length).toBeGreaterThanOrEqual(all.length - (what.startsWith("deletes") ? 1 : 0));
      }
    },
  );
});
