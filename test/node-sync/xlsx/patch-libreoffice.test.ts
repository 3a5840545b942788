import { type CellEdit, patchWorkbook } from "../../../node-sync/src/xlsx/patch/patch-workbook";
import { readWorkbook } from "../../../node-sync/src/xlsx/read-workbook";
import { convertWithLibreOffice, csvByLibreOffice, withLibreOffice } from "../../support/libreoffice";
import { lastRichRow, richWorkbook } from "../../support/rich-workbook";

const edits: readonly CellEdit[] = [
  { row: 3, column: 1, value: "=张三", kind: "text" },
  { row: 3, column: 4, value: 600, kind: "number" },
  { row: lastRichRow + 1, column: 1, value: "新学员", kind: "text" },
  { row: lastRichRow + 1, column: 2, value: "379999199001019999", kind: "text" },
  { row: lastRichRow + 1, column: 3, value: "2024-06-01", kind: "day" },
];

withLibreOffice("LibreOffice shows the patched values, ids whole, and computes the formulas anew", async () => {
  const csv = csvByLibreOffice(await patchWorkbook(await richWorkbook(), [{ sheet: "名册", cells: edits }])).split("\n");
  expect(csv[2]).toBe("=张三,379999199001011001,2024-03-02,600,1200");
  expect(csv[3]).toBe("学员2,379999199001011002,2024-03-03,300,600");
  expect(csv[lastRichRow]).toBe("新学员,379999199001019999,2024-06-01,,");
});

withLibreOffice("a workbook that LibreOffice saved between two runs goes on working", async () => {
  const first = await patchWorkbook(await richWorkbook(), [{ sheet: "名册", cells: edits }]);
  const saved = convertWithLibreOffice(first, "xlsx");
  const next: CellEdit[] = [
    { row: 4, column: 1, value: "李四", kind: "text" },
    { row: lastRichRow + 2, column: 1, value: "再来一人", kind: "text" },
    { row: lastRichRow + 2, column: 3, value: "2024-07-01", kind: "day" },
  ];
  const second = await patchWorkbook(saved, [
    { sheet: "名册", cells: next },
    { sheet: "底稿", cells: [{ row: 1, column: 1, value: "交换号", kind: "text" }], newSheet: { hidden: true } },
  ]);
  const { sheets, sheetNames } = await readWorkbook(second);
  const row = (at: number) => sheets[0]?.rows.find((candidate) => candidate.at === at)?.cells;
  expect(sheetNames).toEqual(["名册", "统计", "底稿"]);
  expect(row(4)?.[0]).toBe("李四");
  expect(row(lastRichRow + 1)?.slice(0, 3)).toEqual(["新学员", "379999199001019999", "2024-06-01"]);
  expect(row(lastRichRow + 2)?.[2]).toBe("2024-07-01");
  expect(csvByLibreOffice(second).split("\n")[lastRichRow + 1]).toBe("再来一人,,2024-07-01,,");
});
