import { recogniseLists } from "../../../apps-script/domain/merge/recognise";
import type { Value } from "../../../apps-script/domain/snapshot/value";

const header = ["姓名", "证件号", "手机号"];
const listOf = (rows: readonly (readonly Value[])[]) =>
  recogniseLists([{ name: "名单", hidden: false, rows: rows.map((cells, index) => ({ at: index + 1, cells })) }]);

test.each([
  [
    "after a total",
    [
      header,
      ["甲", "379999198001010024", "19900000001"],
      ["合计", null, null],
      ["初培名单"],
      header,
      ["乙", "37999919750815003X", "19900000002"],
    ],
  ],
  [
    "right below the last person",
    [header, ["甲", "379999198001010024", "19900000001"], ["初培名单"], header, ["乙", "37999919750815003X", "19900000002"]],
  ],
])("the title of a second list is nobody: %s", (_, rows) => {
  const people = listOf(rows).flatMap((list) => list.rows.map((row) => row.cells[0]));
  expect(people).toEqual(["甲", "乙"]);
});

test("the last person of a list who has only a name stays a person, to be refused by name", () => {
  const people = listOf([header, ["甲", "379999198001010024", "19900000001"], ["丙"]]).flatMap((list) =>
    list.rows.map((row) => row.cells[0]),
  );
  expect(people).toEqual(["甲", "丙"]);
});
