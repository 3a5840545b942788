import { Workbook } from "exceljs";
import { readableIn, secretsIn } from "../../support/leaks";

const found = async (fill: (sheet: ReturnType<Workbook["addWorksheet"]>) => void): Promise<string[]> => {
  const book = new Workbook();
  fill(book.addWorksheet("名单"));
  return secretsIn(await readableIn(Buffer.from(await book.xlsx.writeBuffer())), ["171120"]);
};

describe("looking for a secret in a file that leaves", () => {
  it.each<[string, Parameters<typeof found>[0]]>([
    ["a cell", (sheet) => sheet.addRow(["尾号171120"])],
    [
      "runs of one text",
      (sheet) => sheet.addRow([{ richText: [{ font: { bold: true, size: 9 }, text: "17" }, { text: "1120" }] }]),
    ],
    [
      "runs of a comment",
      (sheet) => (sheet.getCell("A1").note = { texts: [{ font: { size: 9 }, text: "1711" }, { text: "20" }] }),
    ],
  ])("finds it in %s", async (_where, fill) => {
    expect(await found(fill)).toEqual(["171120"]);
  });

  it("makes no number of two cells, nor of where a comment stands", async () => {
    const apart = await found((sheet) => {
      sheet.addRow([17, 1120]);
      sheet.addRow(["17", "1120"]);
      sheet.getCell("L18").note = "请核对";
    });
    expect(apart).toEqual([]);
  });
});
