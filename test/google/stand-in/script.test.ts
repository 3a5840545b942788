import { createContext, runInContext } from "node:vm";
import { NotInStandIn } from "../services/guard";
import { firstSheet, makeGoogle } from "./make";

/** What the stand-in adds for tests: refusals, counts, people at work between two calls, and scripts in a world of their own. */
describe("what is not there is refused", () => {
  test.each<[string, (google: ReturnType<typeof makeGoogle>) => unknown]>([
    ["SpreadsheetApp.openById", (google) => google.services.SpreadsheetApp.openById("x")],
    ["Spreadsheet.getBandings", (google) => google.services.SpreadsheetApp.getActive().getBandings()],
    ["Sheet.getDrawings", (google) => firstSheet(google).getDrawings()],
    ["Range.randomize", (google) => firstSheet(google).getRange("A1").randomize()],
    [
      "Filter.setColumnFilterCriteria",
      (google) => firstSheet(google).getRange("A1").createFilter().setColumnFilterCriteria(1, null),
    ],
    ["Utilities.zip", (google) => google.services.Utilities.zip([])],
    ["HtmlOutput.addMetaTag", (google) => google.services.HtmlService.createHtmlOutput("").addMetaTag("a", "b")],
    ["ScriptApp.newTrigger", (google) => google.services.ScriptApp.newTrigger("x")],
  ])("%s", (name, ask) => {
    const google = makeGoogle();
    expect(() => ask(makeGoogle())).toThrow(NotInStandIn);
    expect(() => ask(google)).toThrow(`${name} is not part of the stand-in for Google's services.`);
  });

  test("the stand-in's own insides can't be reached, nor another object passed for a range", () => {
    const google = makeGoogle();
    const range = firstSheet(google).getRange("A1");
    const notOurs: GoogleAppsScript.Spreadsheet.Sheet = Object.create(firstSheet(google));
    expect(() => (range as unknown as { owner: unknown }).owner).toThrow(NotInStandIn);
    expect(() => Object.assign(range, { getRow: () => 7 })).toThrow("Range.getRow can't be assigned.");
    expect(() => google.services.SpreadsheetApp.getActive().deleteSheet(notOurs)).toThrow("don't match the method signature");
  });

  test("Google's refusals are exceptions by name", () => {
    try {
      firstSheet(makeGoogle()).getRange(0, 1);
    } catch (error) {
      expect(String(error)).toBe("Exception: The starting row of the range is too small.");
    }
    expect.assertions(1);
  });
});

describe("calls are counted", () => {
  test("by method, in all, for the Spreadsheet service, and for the document alone", () => {
    const google = makeGoogle();
    firstSheet(google).getRange("A1:B2").setValue(1).getValues();
    google.services.Session.getScriptTimeZone();
    expect(Object.fromEntries(google.calls.byMethod)).toEqual({
      "SpreadsheetApp.getActiveSpreadsheet": 1,
      "Spreadsheet.getSheets": 1,
      "Sheet.getRange": 1,
      "Range.setValue": 1,
      "Range.getValues": 1,
      "Session.getScriptTimeZone": 1,
    });
    expect([google.calls.total, google.calls.spreadsheet, google.calls.document]).toEqual([6, 5, 3]);
    google.calls.reset();
    expect(google.calls.total).toBe(0);
  });

  test("people can work right before any call, without being counted", () => {
    const google = makeGoogle();
    const sheet = firstSheet(google);
    sheet.getRange("A1").setValue("x");
    google.calls.reset();
    const heard: [string, number][] = [];
    const stop = google.onCall((name, n) => {
      heard.push([name, n]);
      if (name === "Range.getValue") sheet.insertRowBefore(1);
    });
    expect(sheet.getRange("A1").getValue()).toBe("");
    stop();
    expect(sheet.getRange("A2").getValue()).toBe("x");
    expect(heard).toEqual([
      ["Sheet.getRange", 1],
      ["Range.getValue", 2],
    ]);
    expect(google.calls.byMethod.has("Sheet.insertRowBefore")).toBe(false);
  });

  test("a script can be cut off at any call: the call is not made", () => {
    const google = makeGoogle();
    const sheet = firstSheet(google);
    const stop = google.onCall((name) => {
      if (name === "Range.setValue") throw new Error("cut off");
    });
    expect(() => sheet.getRange("A1").setValue(1)).toThrow("cut off");
    stop();
    expect(sheet.getRange("A1").isBlank()).toBe(true);
  });
});

describe("a script in a bare vm context", () => {
  test("writes its own dates, and gets dates and exceptions that are instances in there", () => {
    const google = makeGoogle();
    const context = createContext(Object.assign(Object.create(null), google.services));
    google.useRealm(runInContext("({ Date, Error })", context));
    const script = `
      const range = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange("A1:B1");
      range.setValues([[new Date(Date.UTC(2024, 2, 14, 16)), "x"]]);
      const values = range.getValues();
      let refused = null;
      try { range.setValues([[1]]); } catch (error) { refused = error instanceof Error && error.name; }
      [Array.isArray(values), values[0][0] instanceof Date, Utilities.formatDate(values[0][0], "Asia/Shanghai", "yyyy-MM-dd"), refused].join();
    `;
    expect(runInContext(script, context)).toBe("true,true,2024-03-15,Exception");
  });
});
