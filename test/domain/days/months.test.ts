import fc from "fast-check";
import { readMonths } from "../../../apps-script/domain/days/months";
import type { Value } from "../../../apps-script/domain/snapshot/value";

const months = (value: Value): number[] | string => {
  const reading = readMonths(value);
  if (reading.kind === "months") return reading.months;
  return reading.kind === "empty" ? "empty" : reading.message;
};

test.each<[Value, number[] | string]>([
  ["3-4月", [3, 4]],
  ["10月", [10]],
  ["10月份", [10]],
  [10, [10]],
  ["11-12月", [11, 12]],
  ["3月-5月", [3, 4, 5]],
  ["3月至5月", [3, 4, 5]],
  ["12月-次年1月", [12, 1]],
  ["12-1月", [12, 1]],
  ["11-次年2月", [11, 12, 1, 2]],
  ["3、5、9、12月", [3, 5, 9, 12]],
  ["5、6月", [5, 6]],
  ["3-4、4、9月", [3, 4, 9]],
  ["３－４月", [3, 4]],
  ["3～4月", [3, 4]],
  [" 3 — 4 月 ", [3, 4]],
  ["1-12月", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
  ["三月、四月", [3, 4]],
  ["三至四月", [3, 4]],
  ["十一、十二月", [11, 12]],
  ["一季度", [1, 2, 3]],
  ["第二季度", [4, 5, 6]],
  ["3季度", [7, 8, 9]],
  ["一、二季度", [1, 2, 3, 4, 5, 6]],
  ["下半年", [7, 8, 9, 10, 11, 12]],
  [null, "empty"],
  ["", "empty"],
  ["五季度", "“五季度”不是能识别的月份，请写成 3-4月 或 3、5、9月 的样子"],
  ["1\n2月", "“1 2月”不是能识别的月份，请写成 3-4月 或 3、5、9月 的样子"],
  ["一二月", "“一二月”不是能识别的月份，请写成 3-4月 或 3、5、9月 的样子"],
  ["13月", "“13月”：没有13月"],
  ["0-4月", "“0-4月”：没有0月"],
  ["3月-次年5月", "“3月-次年5月”超过了一年，请核对月份"],
  ["2024-03-04", "“2024-03-04”是一个日期，可能是表格软件把“3-4”改成了日期，请按文本填写，如 3-4月"],
  ["2022年12至2023年3月", "“2022年12至2023年3月”里写了年份，这里只填月份（如 3-4月）"],
  ["全年", "“全年”不是能识别的月份，请写成 3-4月 或 3、5、9月 的样子"],
])("months %p are %p", (value, expected) => expect(months(value)).toEqual(expected));

test("a range of months wraps round the year and comes back", () => {
  const month = fc.integer({ min: 1, max: 12 });
  fc.assert(
    fc.property(month, month, (first, last) => {
      const read = months(`${first}-${last}月`);
      expect(read).toEqual(Array.from({ length: ((last - first + 12) % 12) + 1 }, (_, step) => ((first - 1 + step) % 12) + 1));
    }),
  );
});
