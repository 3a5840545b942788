import { LEASE_TITLE, leaseText } from "../../../apps-script/domain/operations/lease";
import { GoogleSheetHost } from "../../../apps-script/src/google-sheet-host";
import { exclusively, perform } from "../../../node-sync/src/perform";
import { createGoogle, type Google } from "../google";
import { eightPeople, fill, nothing, terms } from "../host/fill";
import { type Loopback, startLoopback } from "../loopback";
import { apply } from "../perform-at-once";
import { type ApiLab, apiLab } from "./api-lab";

/** One spreadsheet under both faces: the menu's and the command line's. */
let google: Loopback;
let menu: Google;
let lab: ApiLab;
beforeAll(async () => {
  menu = createGoogle({ timeZone: "Asia/Shanghai", scriptTimeZone: "Asia/Shanghai" });
  google = await startLoopback({ workbook: menu.workbook });
});
beforeEach(async () => {
  lab = await apiLab(google);
  await lab.load(eightPeople());
});
afterAll(() => google.close());

const titles = (): string[] => google.workbook.sheets.map(({ title }) => title);
const host = (): GoogleSheetHost => new GoogleSheetHost(menu.services);

function lockTab(text: string): void {
  google.workbook.addSheet(LEASE_TITLE).enter(1, 1, `'${text}`);
}

describe("one writer at a time on a Sheet", () => {
  test("the tab is there while a run goes on, and gone afterwards, also when the run fails", async () => {
    await exclusively(lab.host, async () => expect(titles()).toContain(LEASE_TITLE));
    await expect(exclusively(lab.host, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    const lock = host().lock();
    expect(titles()).toContain(LEASE_TITLE);
    lock.release();
    expect(titles()).not.toContain(LEASE_TITLE);
  });

  test.each(["503", "503-after", "cut-before", "cut-after"] as const)(
    "the tab is gone after a run, though Google fails several times at taking it away (%s)",
    async (kind) => {
      let left = 4;
      const stop = google.faults.rule(({ json }) =>
        JSON.stringify(json ?? "").includes("deleteSheet") && left-- > 0 ? { kind } : null,
      );
      expect((await perform(lab.host, fill, terms)).run).toBe("R00001");
      stop();
      expect(titles()).not.toContain(LEASE_TITLE);
    },
  );

  test("of two command lines the second is refused with a sentence that says who and until when", async () => {
    const other = await apiLab(google);
    await exclusively(lab.host, async () => {
      await expect(perform(other.host, nothing, terms)).rejects.toMatchObject({
        code: "locked",
        message: expect.stringMatching(/^命令行正在写这张表格，\d\d:\d\d 之前请不要同时运行/),
      });
    });
    await perform(other.host, nothing, terms);
  });

  test("the menu is refused while the command line writes, and the other way round", async () => {
    await exclusively(lab.host, async () => {
      expect(() => apply(host(), nothing, terms)).toThrow("命令行正在写这张表格");
    });
    lockTab(leaseText({ by: "菜单", token: "x", who: "表格菜单", until: google.clock.now() + 60_000 }));
    await expect(perform(lab.host, nothing, terms)).rejects.toMatchObject({
      code: "locked",
      message: expect.stringContaining("表格菜单正在写"),
    });
  });

  test("a crashed command line's lease runs out; then either side takes it over", async () => {
    lockTab(leaseText({ by: "命令行", token: "dead", who: "命令行", until: google.clock.now() + 60_000 }));
    await expect(perform(lab.host, fill, terms)).rejects.toMatchObject({ code: "locked" });
    google.clock.advance(61_000);
    expect((await perform(lab.host, fill, terms)).run).toBe("R00001");
    expect(titles()).not.toContain(LEASE_TITLE);
  });

  test("a menu run that died leaves a tab that the next menu run clears away, and the command line after a while", async () => {
    lockTab(leaseText({ by: "菜单", token: "dead", who: "表格菜单", until: Date.now() + 400_000 }));
    apply(host(), nothing, terms);
    expect(titles()).not.toContain(LEASE_TITLE);
    google.workbook.addSheet(LEASE_TITLE);
    await perform(lab.host, nothing, terms);
    expect([titles().includes(LEASE_TITLE), lab.waits.length > 0]).toEqual([false, true]);
  });

  test("what one face wrote the other finds settled", async () => {
    expect((await perform(lab.host, fill, terms)).run).toBe("R00001");
    expect(apply(host(), fill, terms).run).toBeNull();
    await lab.load(eightPeople());
    expect(apply(host(), fill, terms).run).toBe("R00001");
    expect((await perform(lab.host, fill, terms)).run).toBeNull();
  });

  test("what the command line left when it died the menu finishes, and the other way round", async () => {
    await perform(lab.host, fill, terms);
    const whole = await lab.dump();
    // Each stage for itself, as what is too large for one request is written.
    for (const stages of [1, 2]) {
      await lab.load(eightPeople());
      const dying = Object.assign(Object.create(lab.host) as ApiLab["host"], {
        write: async (all: Parameters<ApiLab["host"]["write"]>[0]) => {
          for (const stage of all.slice(0, stages)) await lab.host.write([stage]);
          throw new Error("dead");
        },
        read: (tables: Parameters<ApiLab["host"]["read"]>[0]) => lab.host.read(tables),
        lock: () => lab.host.lock(),
      });
      await expect(perform(dying, fill, terms)).rejects.toThrow("dead");
      expect(apply(host(), fill, terms).run).toBeNull();
      expect(await lab.dump()).toEqual(whole);
    }
    for (const n of [60, 80, 90]) {
      await lab.load(eightPeople());
      let calls = 0;
      const stop = menu.onCall(() => {
        if (++calls >= n) throw new Error("dead");
      });
      expect(() => apply(host(), fill, terms)).toThrow("dead");
      stop();
      menu.locks.release("document");
      google.clock.advance(Date.now() + 10 * 60_000 - google.clock.now());
      await perform((await apiLab(google)).host, fill, terms);
      expect([n, await lab.dump()]).toEqual([n, whole]);
    }
  });
});
