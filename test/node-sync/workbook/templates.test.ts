import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readPlanText } from "../../../apps-script/domain/plan/read-plan";
import { type Template, templates } from "../../../node-sync/src/workbook/templates";
import { plan2024 } from "../../support/books";
import { partsOf } from "./open-book";

const folder = join(__dirname, "../../../templates");

describe("templates/", () => {
  let made: Template[] = [];
  beforeAll(async () => {
    made = await templates();
  });

  test.each(["空白工作簿.xlsx", "单位报名表.xlsx"])("%s is what `npm run templates` makes", async (name) => {
    const stored = await partsOf(await readFile(join(folder, name)));
    const now = await partsOf(made.find((one) => one.name === name)?.bytes ?? Buffer.alloc(0));
    expect([...stored.keys()]).toEqual([...now.keys()]);
    for (const [part, text] of now) expect({ part, isCurrent: stored.get(part) === text }).toEqual({ part, isCurrent: true });
  });

  test("the plan of 2024 is current, and reads as the eleven classes of the notice", async () => {
    const text = await readFile(join(folder, "2024年培训计划.txt"), "utf8");
    expect(text).toBe(made.find(({ name }) => name === "2024年培训计划.txt")?.bytes.toString("utf8"));
    const { year, classes, problems } = readPlanText(text);
    expect({ year, problems }).toEqual({ year: 2024, problems: [] });
    expect(classes.map(({ at: _, ...one }) => one)).toEqual(
      plan2024.map((one) => ({
        name: one.name,
        months: one.statedMonths,
        deadline: one.statedDeadline,
        booking: one.statedBooking,
        reportIn: one.statedReportIn,
        study: one.statedStudy,
      })),
    );
  });

  test("the same day or another, the bytes are the same", async () => {
    jest.useFakeTimers({ now: new Date("2031-05-06T07:08:09Z"), doNotFake: ["setImmediate", "nextTick", "setTimeout"] });
    try {
      const again = await templates();
      expect(again.map(({ bytes }) => bytes.toString("base64"))).toEqual(made.map(({ bytes }) => bytes.toString("base64")));
    } finally {
      jest.useRealTimers();
    }
  });
});
