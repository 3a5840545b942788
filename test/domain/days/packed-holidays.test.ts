import { holidaySeed } from "../../../apps-script/domain/days/holiday-seed";
import { holidaysFrom, packHolidays } from "../../../apps-script/domain/days/packed-holidays";

const packed = packHolidays(holidaySeed());

test("packed holidays are those of the package, from any year on", () => {
  for (let from = 2000; from <= 2030; from++) expect(holidaysFrom(packed, from)).toEqual(holidaySeed(from));
  expect(holidaysFrom(packed, 2024).length).toBeGreaterThan(30);
});

test("they take less than a quarter of the package", () => {
  expect(Buffer.byteLength(packed)).toBeLessThan(5_700);
});
