import { contextOf } from "../../../apps-script/domain/rules/context";
import { brokenAcross, brokenTurn } from "../../support/years/across-books";
import { RollingCentre, type Turn } from "../../support/years/rolling-centre";

const isSoak = process.env.ANPEI_SOAK !== undefined;
const PEOPLE = isSoak ? 240 : 40;
/** Days between two evenings on which actions run. */
const STRIDE = isSoak ? 3 : 6;
/** The short years are always the same ones. */
const SEED = Number(process.env.ANPEI_SEED ?? (isSoak ? Date.now() % 1_000_000 : 2024));

test(`${PEOPLE} people through 2024, 2025 and into 2026, two books at a time: nobody and nothing lost or twice, seed ${SEED}`, () => {
  const centre = new RollingCentre(SEED, PEOPLE, STRIDE);
  const wrong: string[] = [];
  const look = (when: string, turn: Turn | null = null): void => {
    const found = [...brokenAcross(centre.books), ...(turn === null ? [] : brokenTurn(turn))];
    wrong.push(...found.map((sentence) => `${when}: ${sentence}`));
  };
  const again = (today: string): void => {
    look(today, centre.carryAgain(today));
    if (centre.leftToCarry(today) > 0) wrong.push(`${today}: a second run changes something`);
  };
  centre.live([2024], "2024-01-02", "2024-12-20");
  for (const year of [2024, 2025]) {
    const next = year + 1;
    look(`${year}-12-20`, centre.roll(`${year}-12-20`));
    centre.live([year, next], `${year}-12-21`, `${next}-01-12`);
    expect(
      new Set(
        centre.newest.book.roster.filter(({ state, kind }) => state === null && kind === "再培训").map(({ light }) => light),
      ),
    ).toContain("计划未发布");
    again(`${next}-01-12`);
    centre.loadPlan(`${next}-01-13`);
    centre.live([year, next], `${next}-01-13`, `${next}-02-20`);
    again(`${next}-02-20`);
    centre.live([next], `${next}-02-21`, next === 2025 ? "2025-12-20" : "2026-03-20");
    look(`${next}, later`);
  }
  expect(wrong.slice(0, 20)).toEqual([]);
  const [, second, third] = centre.books.map(({ book }) => book);
  expect(second?.roster.filter(({ exam }) => exam === "合格").length).toBeGreaterThan(PEOPLE / 10);
  expect(contextOf(third as NonNullable<typeof third>, "2026-03-20").settings.carriedFrom).toBe("w2025、w2024");
  expect(third?.history.length).toBeGreaterThan(PEOPLE);
});
