import { classesMeant } from "../../../apps-script/domain/naming/class-names";
import { classesOf } from "../../../apps-script/domain/plan/classes";
import { bookOf } from "../../support/books";

const classes = classesOf(bookOf());

test.each([
  ["再培训班第三期", ["再培训班第三期"]],
  ["再三", ["再培训班第三期"]],
  ["再3", ["再培训班第三期"]],
  ["复训第３期", ["再培训班第三期"]],
  ["再培训 第三期", ["再培训班第三期"]],
  ["培一", ["培训班第一期"]],
  ["初培2", ["培训班第二期"]],
  ["第三期", ["培训班第三期", "再培训班第三期"]],
  ["8", ["再培训班第八期"]],
  ["再九", []],
  ["再十一", []],
  ["再三四", []],
  ["第三十十期", []],
  ["再", []],
  ["三", ["培训班第三期", "再培训班第三期"]],
  ["示例金矿", []],
])("%s is %j", (written, names) => {
  expect(
    classesMeant(written, classes)
      .map(({ name }) => name)
      .sort(),
  ).toEqual([...names].sort());
});
