import { readRowId, sentHash } from "../../../apps-script/domain/exchange/identity";
import { nextFile } from "../../../apps-script/domain/exchange/next-file";
import { UNIT_COLUMNS, type UnitValues } from "../../../apps-script/domain/merge/unit-columns";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { bookOf } from "../../support/books";

it("is the generation that the import agreed on, with the grey cells of 名册", () => {
  const book = bookOf({
    roster: [
      { name: "某甲", unit: "甲矿", validUntil: "2024-06-01", class: "再培训班第三期" },
      { name: "某乙", unit: "甲矿" },
    ],
  });
  const empty = Object.fromEntries(UNIT_COLUMNS.map((column) => [column, null])) as unknown as UnitValues;
  const values: UnitValues = { ...empty, name: "某甲", unit: "甲矿", validUntil: "2024年13月" };
  const people = [
    { enrolment: "B2024-00001", values },
    { enrolment: "B2024-09999", values },
  ];
  const next = { exchange: "X00007", generation: 3, workbook: "w1", schema: 1, hash: sentHash(people), people };
  const file = nextFile(book, contextOf(book, "2024-03-12"), "甲矿", next);
  expect(file).toMatchObject({
    unit: "甲矿",
    file: "甲矿.xlsx",
    identity: { exchange: "X00007", generation: 3, rows: 2, hash: next.hash },
  });
  expect(file.rows).toHaveLength(1);
  expect(file.rows[0]?.values).toMatchObject({ name: "某甲", validUntil: "2024年13月", class: "再培训班第三期" });
  expect(file.rows[0]?.notes.validUntil).toContain("2024年13月");
  expect(readRowId(file.rows[0]?.rowId ?? "", "X00007", "w1")).toBe("B2024-00001");
});
