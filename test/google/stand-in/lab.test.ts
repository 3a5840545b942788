import { MemoryHost } from "../../../node-sync/src/memory-host";
import type { LabTab } from "../../hosts/lab";
import { googleLab } from "../lab";

/** Staff's hands on the spreadsheet, for the suite that every host passes. */
describe("the lab over a spreadsheet in memory", () => {
  const tabs: LabTab[] = [
    {
      title: "名册",
      cells: [
        ["证件号", "有效期", "合计", "查"],
        ["0012", "2024-06-20", { formula: "1+2", result: 3 }, { formula: "VLOOKUP(A1,B:C,2)", result: "甲" }],
        ["=SUM(A1)", null, 5, null],
      ],
      hiddenRows: [1],
    },
  ];

  test.each(["text", "dates"] as const)("gives back what was loaded; days as %s", async (days) => {
    const lab = googleLab(() => new MemoryHost([]), { days });
    await lab.load(tabs);
    expect(await lab.dump()).toEqual(tabs);
    const sheet = lab.google.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName("名册");
    const [, row] = sheet?.getDataRange().getValues() ?? [];
    expect(row?.[1]).toEqual(days === "text" ? "2024-06-20" : new Date("2024-06-20T00:00:00+08:00"));
    expect([row?.[0], row?.[2], row?.[3], sheet?.getRange("A3").getFormula(), sheet?.isRowHiddenByUser(2)]).toEqual([
      "0012",
      3,
      "甲",
      "",
      true,
    ]);
  });
});
