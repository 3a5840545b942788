import { numeralOf } from "../../../apps-script/domain/plan/numerals";

test.each([
  ["3", 3],
  ["12", 12],
  ["三", 3],
  ["十", 10],
  ["十二", 12],
  ["二十", 20],
  ["九十九", 99],
  ["0", null],
  ["零", null],
  ["100", null],
  ["三四", null],
  ["十十", null],
  ["二期", null],
  ["", null],
])("%s is %p", (written, number) => {
  expect(numeralOf(written)).toBe(number);
});
