import ExcelJS from "exceljs";
import { withStaffParts } from "./staff-parts";

/** Where the rich workbook's rows of data end. */
export const lastRichRow = 21;

/**
 * A small workbook as staff make it: 名册 as a table with validations, conditional formats and a formula, and over it
 * all that `withStaffParts` brings. exceljs writes the first half, the rest is by hand.
 */
export async function richWorkbook(): Promise<Buffer> {
  return withStaffParts(await plainHalf(), {
    part: "xl/worksheets/sheet1.xml",
    lastRow: lastRichRow,
    amount: "D",
    pivot: { left: "A", right: "B", titles: ["姓名", "证件号"] },
    chosen: "A",
  });
}

async function plainHalf(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const roster = workbook.addWorksheet("名册", { views: [{ state: "frozen", ySplit: 1 }] });
  roster.columns = [
    { width: 12 },
    { width: 22, style: { numFmt: "@" } },
    { width: 14, style: { numFmt: "yyyy-mm-dd" } },
    { width: 9 },
    { width: 9 },
  ];
  const rows = Array.from({ length: lastRichRow - 1 }, (_, index) => [
    `学员${index}`,
    `37999919900101${1000 + index}`,
    new Date(Date.UTC(2024, 2, 1 + index)),
    300,
    null,
  ]);
  roster.addTable({
    name: "Roster",
    ref: "A1",
    headerRow: true,
    columns: ["姓名", "证件号", "日期", "应缴", "备注"].map((name) => ({ name, filterButton: true })),
    rows,
  });
  for (let row = 2; row <= lastRichRow; row += 1) {
    roster.getCell(row, 5).value = { formula: `D${row}*2`, result: 600 };
    roster.getRow(row).height = 18;
  }
  const validations = (roster as unknown as { dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void } })
    .dataValidations;
  validations.add(`D2:D${lastRichRow}`, { type: "list", formulae: ['"300,600"'], allowBlank: true });
  roster.addConditionalFormatting({
    ref: `A2:E${lastRichRow}`,
    rules: [{ type: "expression", priority: 1, formulae: ["$D2>500"], style: { font: { bold: true } } }],
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
