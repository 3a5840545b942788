import fc from "fast-check";
import { withChanges } from "../../../apps-script/domain/changes/advance";
import { loadPlanOperation } from "../../../apps-script/domain/operations/load-plan";
import { type PlanReading, readPlanCells, readPlanText } from "../../../apps-script/domain/plan/read-plan";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { bookOf } from "../../support/books";
import { type InventedClass, inventedClasses } from "../../support/plan-tables/invented-class";
import { FORMS, layouts, nameOf, noticeRows, type WrittenClass, written } from "../../support/plan-tables/written-table";

/** Plans of centres nobody has seen: what a table can be made to say, and what must be read from it. */
const notices = fc.constantFrom(2024, 2025).chain((year) =>
  fc.record({
    year: fc.constant(year),
    classes: inventedClasses(year).chain((classes) => fc.tuple(...classes.map(written))),
    layout: layouts,
    form: fc.constantFrom("cells", ...(Object.keys(FORMS) as (keyof typeof FORMS)[])),
  }),
);

function readAs(form: "cells" | keyof typeof FORMS, rows: readonly (readonly string[])[]): PlanReading {
  return form === "cells" ? readPlanCells(rows) : readPlanText(FORMS[form](rows));
}

function loaded(reading: PlanReading, year: number) {
  const book = bookOf({ plan: [] });
  const outcome = loadPlanOperation(reading.classes, year, reading).decide(book, contextOf(book, `${year}-01-01`));
  return { ...outcome, plan: withChanges(book, outcome).plan };
}

const days = ({ months, deadline, booking, reportIn, study }: InventedClass): string =>
  [months.join("、"), deadline, ...booking, reportIn, ...study].join(" ");
const isRead = ({ asked }: WrittenClass): boolean => asked.length === 0;

test("law: a table is read as it was meant, or its cell is asked about; no day is another in silence", () => {
  fc.assert(
    fc.property(notices, ({ year, classes, layout, form }) => {
      const reading = readAs(form, noticeRows(year, classes, layout));
      expect([reading.year, reading.problems, reading.doubts]).toEqual([year, [], []]);
      const { plan, findings } = loaded(reading, year);
      const read = plan.map((row) =>
        [row.name, row.months ?? "", row.deadline, row.bookingFrom, row.bookingTo, row.reportIn, row.studyFrom, row.studyTo].join(
          " ",
        ),
      );
      expect(read.sort()).toEqual(
        classes
          .filter(isRead)
          .map(({ name, planned }) => `${name} ${days(planned)}`)
          .sort(),
      );
      const waiting = findings.filter(({ code }) => code === "P32");
      expect(waiting.map(({ row }) => row).sort()).toEqual(
        classes
          .filter((one) => !isRead(one))
          .map(({ name }) => name)
          .sort(),
      );
      for (const { name, asked, cells } of classes) {
        const { message = "" } = waiting.find(({ row }) => row === name) ?? {};
        expect(message.split("看不懂（").length - 1).toBe(asked.length);
        for (const cell of asked) expect(message).toContain(`（“${cell === "name" ? name : cells[cell]}”`);
        if (asked.length > 0) expect(message).toMatch(/^第 \d+ 行：/u);
      }
    }),
    { numRuns: 300 },
  );
});

test("law: equal plans get the same remarks, however they are written", () => {
  const remarks = (reading: PlanReading, year: number): string[] =>
    loaded(reading, year)
      .findings.filter(({ code }) => code !== "P33")
      .map(({ code, severity, row, column, message }) =>
        [code, severity, row, column, message.replace(/（原文“[^”]*”）/gu, "")].join(" "),
      )
      .sort();
  fc.assert(
    fc.property(notices, ({ year, classes, layout, form }) => {
      const readable = classes.filter(isRead);
      fc.pre(readable.length > 0);
      const plainly = readable.map(({ planned, ...one }) => ({
        ...one,
        planned,
        name: nameOf(planned),
        cells: plainCells(planned),
      }));
      const rows = noticeRows(year, readable, layout);
      expect(remarks(readAs(form, rows), year)).toEqual(remarks(readAs("tabs", noticeRows(year, plainly, layout)), year));
    }),
    { numRuns: 60 },
  );
});

function plainCells({ months, deadline, booking, reportIn, study }: InventedClass): WrittenClass["cells"] {
  return {
    months: months.length === 0 ? "" : `${months.join("、")}月`,
    deadline,
    booking: booking.join("至"),
    reportIn,
    study: study.join("至"),
  };
}
