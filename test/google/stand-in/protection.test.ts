import type { Google } from "../google";
import { firstSheet, makeGoogle } from "./make";

/** https://developers.google.com/apps-script/reference/spreadsheet/protection */
const REFUSED = "You are trying to edit a protected cell or object.";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** A sheet with some cells that its owner protected, and somebody else at the screen. */
function protectedBy(protect: (sheet: Sheet) => unknown): { google: Google; sheet: Sheet } {
  const google = makeGoogle();
  const sheet = firstSheet(google);
  sheet.getRange("A1:C3").setValues([
    ["a", "b", "c"],
    [1, 2, 3],
    [4, 5, 6],
  ]);
  protect(sheet);
  google.setPerson("clerk@example.org");
  return { google, sheet };
}

const onlyOwner = (protection: GoogleAppsScript.Spreadsheet.Protection) => protection.removeEditors(protection.getEditors());

const WAYS: Readonly<Record<string, (range: Range) => unknown>> = {
  setValue: (range) => range.setValue(""),
  setValues: (range) => range.setValues(range.getValues()),
  setFormula: (range) => range.setFormula("=1"),
  clearContent: (range) => range.clearContent(),
  clear: (range) => range.clear(),
  clearFormat: (range) => range.clearFormat(),
  setNumberFormat: (range) => range.setNumberFormat("@"),
  setBackground: (range) => range.setBackground("#ffffff"),
  setNote: (range) => range.setNote("x"),
  setDataValidation: (range) => range.setDataValidation(null),
  merge: (range) => range.merge(),
  breakApart: (range) => range.breakApart(),
  createFilter: (range) => range.createFilter(),
  "RangeList.setValue": (range) => range.getSheet().getRangeList(["E9", range.getA1Notation()]).setValue("x"),
};

test.each(Object.entries(WAYS))("a protected sheet: %s changes nothing and throws, the owner may", (_, change) => {
  const { google, sheet } = protectedBy((one) => onlyOwner(one.protect()));
  const before = sheet.getRange("A1:E9").getValues();
  expect(() => change(sheet.getRange("B2"))).toThrow(REFUSED);
  expect(sheet.getRange("A1:E9").getValues()).toEqual(before);
  google.setPerson(null);
  expect(() => change(sheet.getRange("B2"))).not.toThrow();
});

test.each<[string, (sheet: Sheet) => unknown]>([
  ["insertRowsAfter", (sheet) => sheet.insertRowsAfter(3, 1)],
  ["insertColumnsAfter", (sheet) => sheet.insertColumnsAfter(3, 1)],
  ["deleteRow", (sheet) => sheet.deleteRow(2)],
  ["moveRows", (sheet) => sheet.moveRows(sheet.getRange("2:2"), 1)],
  ["sort", (sheet) => sheet.sort(1)],
  ["setName", (sheet) => sheet.setName("x")],
  ["deleteSheet", (sheet) => sheet.getParent().deleteSheet(sheet)],
])("a protected sheet keeps its lines and its name: %s", (_, change) => {
  const { google, sheet } = protectedBy((one) => onlyOwner(one.protect()));
  sheet.getParent().insertSheet("another");
  expect(() => change(sheet)).toThrow(REFUSED);
  google.setPerson(null);
  expect(() => change(sheet)).not.toThrow();
});

test.each<[string, string, boolean, (sheet: Sheet) => unknown]>([
  ["a cell of a protected range", "B2", false, (sheet) => onlyOwner(sheet.getRange("B2:B3").protect())],
  ["a block that only touches it", "A1:C2", false, (sheet) => onlyOwner(sheet.getRange("B2:B3").protect())],
  ["a cell beside it", "A2", true, (sheet) => onlyOwner(sheet.getRange("B2:B3").protect())],
  ["an area left open on a protected sheet", "B2:B3", true, (sheet) => open(sheet, "B:B")],
  ["a block that reaches beyond it", "B2:C2", false, (sheet) => open(sheet, "B:B")],
  ["what only warns", "B2", true, (sheet) => void sheet.protect().setWarningOnly(true)],
  ["what nobody named editors of: it mirrors the document", "B2", true, (sheet) => void sheet.protect()],
  ["what names this person", "B2", true, (sheet) => void sheet.protect().addEditor("clerk@example.org")],
  ["what names another person", "B2", false, (sheet) => void sheet.protect().addEditor("boss@example.org")],
  ["one of two protections", "B2", false, (sheet) => [sheet.protect(), onlyOwner(sheet.getRange("B2").protect())]],
])("%s", (_, place, may, protect) => {
  const { google, sheet } = protectedBy(protect);
  const write = () => sheet.getRange(place).setValue("x");
  if (may) expect(write).not.toThrow();
  else expect(write).toThrow(REFUSED);
  const { ProtectionType } = google.services.SpreadsheetApp;
  const all = [ProtectionType.SHEET, ProtectionType.RANGE].flatMap((type) => sheet.getParent().getProtections(type));
  expect(all.length).toBeGreaterThan(0);
});

function open(sheet: Sheet, place: string): void {
  onlyOwner(sheet.protect()).setUnprotectedRanges([sheet.getRange(place)]);
}

test("who may not write can neither lift a protection nor see its editors, only that it is there", () => {
  const { google, sheet } = protectedBy((one) => onlyOwner(one.getRange("B2:B3").protect()));
  const [protection] = sheet.getProtections(google.services.SpreadsheetApp.ProtectionType.RANGE);
  expect([protection?.canEdit(), protection?.isWarningOnly(), protection?.getRange().getA1Notation()]).toEqual([
    false,
    false,
    "B2:B3",
  ]);
  expect(() => protection?.remove()).toThrow(REFUSED);
  expect(() => protection?.getEditors()).toThrow(REFUSED);
});

test("rows may come and go outside a protected range, and it moves along", () => {
  const { google, sheet } = protectedBy((one) => onlyOwner(one.getRange("B3").protect()));
  sheet.insertRowBefore(1);
  expect(() => sheet.getRange("B4").setValue("x")).toThrow(REFUSED);
  expect(sheet.getRange("B3").setValue("x").getValue()).toBe("x");
  google.setPerson(null);
  sheet.getProtections(google.services.SpreadsheetApp.ProtectionType.RANGE)[0]?.remove();
  google.setPerson("clerk@example.org");
  expect(sheet.getRange("B4").setValue("x").getValue()).toBe("x");
});
