import { undoOperation } from "../../../apps-script/domain/operations/undo";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { apply } from "../perform-at-once";
import { eightPeople, fill, terms } from "./fill";
import { DISTURBANCES, dieAtCall, sheetTitled } from "./moving-people";
import { loadSmall, sheetLab } from "./sheet-lab";

/** At every call in the soak, at every fifth one else. */
const STEP = process.env.ANPEI_SOAK === undefined ? 5 : 1;

describe("a run that is cut off", () => {
  test("at any call is finished, or has not begun: the next run leaves the Sheet as if nothing had happened", async () => {
    const undisturbed = sheetLab();
    await loadSmall(undisturbed, eightPeople());
    apply(undisturbed.sheetHost, fill, terms);
    const whole = await undisturbed.dump();
    for (let n = 1; ; n += STEP) {
      const lab = sheetLab();
      await loadSmall(lab, eightPeople());
      const revive = dieAtCall(lab, n);
      let died = true;
      try {
        apply(lab.sheetHost, fill, terms);
        died = false;
      } catch (_) {}
      revive();
      apply(lab.sheetHost, fill, terms);
      expect([n, await lab.dump()]).toEqual([n, whole]);
      if (!died) break;
    }
  });

  test("at any call, and sorted by people before the next run: everyone still gets what is theirs", async () => {
    for (let n = 45; ; n += STEP) {
      const lab = sheetLab();
      await loadSmall(lab, eightPeople());
      const revive = dieAtCall(lab, n);
      let died = true;
      try {
        apply(lab.sheetHost, fill, terms);
        died = false;
      } catch (_) {}
      revive();
      DISTURBANCES["sorts by name, backwards"]?.(sheetTitled(lab.google, "名册"));
      apply(lab.sheetHost, fill, terms);
      const { roster } = snapshotOf(lab.sheetHost.read());
      const people = roster.filter(({ mobile }) => mobile !== "skip");
      expect([n, people.map((row) => [row.class, row.reason, row.lockedClass, row.card])]).toEqual([
        n,
        people.map(({ name, mobile }) => [`${name}的班`, `=${name}`, `${name}锁`, `00${mobile}`]),
      ]);
      expect(new Set(roster.map(({ id }) => id)).size).toBe(8);
      if (!died) break;
    }
  });

  test("while undoing at any call: the next undo, or none, leaves it undone once", async () => {
    const undisturbed = sheetLab();
    await loadSmall(undisturbed, eightPeople());
    apply(undisturbed.sheetHost, fill, terms);
    apply(undisturbed.sheetHost, undoOperation("R00001"), terms);
    const whole = await undisturbed.dump();
    for (let n = 1; ; n += STEP) {
      const lab = sheetLab();
      await loadSmall(lab, eightPeople());
      apply(lab.sheetHost, fill, terms);
      const revive = dieAtCall(lab, n);
      let died = true;
      try {
        apply(lab.sheetHost, undoOperation("R00001"), terms);
        died = false;
      } catch (_) {}
      revive();
      try {
        apply(lab.sheetHost, undoOperation("R00001"), terms);
      } catch (error) {
        expect(String(error)).toContain("R00001");
      }
      expect([n, await lab.dump()]).toEqual([n, whole]);
      if (!died) break;
    }
  });
});
