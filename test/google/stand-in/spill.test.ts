import { firstSheet, makeGoogle } from "./make";

/** https://support.google.com/docs/answer/3093275 and https://support.google.com/docs/answer/9368244 */
describe("a formula that fills several cells", () => {
  const filled = () => {
    const sheet = firstSheet(makeGoogle());
    sheet.getRange("B2").setValue("=SEQUENCE(2,2)");
    return sheet;
  };

  test("shows its values beside and below, and stands in the first cell alone", () => {
    const range = filled().getRange("B2:C3");
    expect([range.getValues(), range.getFormulas()]).toEqual([
      [
        [1, 2],
        [3, 4],
      ],
      [
        ["=SEQUENCE(2,2)", ""],
        ["", ""],
      ],
    ]);
  });

  test("keeps them when one of the others is emptied", () => {
    const sheet = filled();
    sheet.getRange("C3").setValue("");
    expect(sheet.getRange("C3").getValue()).toBe(4);
  });

  test("is #REF! and fills nothing once something is put into one of the others, or stands there already", () => {
    const sheet = filled();
    sheet.getRange("C3").setValue("x");
    expect(sheet.getRange("B2:C3").getValues()).toEqual([
      ["#REF!", ""],
      ["", "x"],
    ]);
    sheet.getRange("B3").setValue("=SEQUENCE(1,2)");
    expect(sheet.getRange("B3:C3").getValues()).toEqual([["#REF!", "x"]]);
  });
});
