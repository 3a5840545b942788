import { deskFind } from "../../../apps-script/domain/views/desk-find";
import { bookOf } from "../../support/books";
import { idOf } from "../people/residents";

const NAME = "再培训班第二期";
const person = (name: string, serial: number, more: object = {}) => ({
  name,
  idNumber: idOf("19800101", serial),
  person: `P${serial}`,
  class: NAME,
  ...more,
});
const ROSTER = [
  person("赵一", 1),
  person("钱二", 2, { class: "再培训班第三期" }),
  person("孙三", 3, { class: "再培训班第三期", reportedInOn: "2024-05-20" }),
  person("李四", 4, { class: null, state: "取消" }),
  person("李四", 4),
  person("周五", 5, { post: "主要负责人" }),
  person("周五", 5, { post: "安全生产管理人员" }),
  person("吴六", 6),
  person("吴六", 7, { class: null }),
];
const BOOK = bookOf({ roster: ROSTER });
const [row, other] = BOOK.roster;
const found = (find: string, book = BOOK) => {
  const { people, only } = deskFind(book, { find, class: NAME, limit: 8 });
  return { shown: people.map(({ key }) => key), only };
};
const idAt = (at: number): string => String(ROSTER[at]?.idNumber);

test.each([
  ["who is of the class", "赵一", ["B2024-00001"], "B2024-00001"],
  ["who is of another class and has not come", idAt(1), ["B2024-00002"], "B2024-00002"],
  ["not who came to another class, whose id it is", idAt(2), [], null],
  ["not the enrolment that was given up", idAt(3), ["B2024-00005"], "B2024-00005"],
  ["neither of two enrolments that both count", idAt(5), ["B2024-00006", "B2024-00007"], null],
  ["nobody of two people who have one name", "吴六", ["B2024-00008", "B2024-00009"], null],
])("Enter takes %s", (_, find, shown, only) => {
  expect(found(find)).toEqual({ shown, only });
});

test("Enter takes nobody by a number that two rows have, also where one of them was given up", () => {
  if (row === undefined || other === undefined) throw new Error("no rows");
  const twins = [row, { ...row, at: 30, state: "取消" as const }];
  const book = { ...BOOK, roster: [other], repeated: [{ table: "roster" as const, key: row.key, at: [2, 30], rows: twins }] };
  expect(found("赵一", book).shown).toContain(row.key);
  expect(found("赵一", book).only).toBeNull();
});
