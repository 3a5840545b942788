import { readName } from "../../../apps-script/domain/people/names";

const codes = (name: string | number | null) => readName(name).problems.map((problem) => problem.code);

test.each(["王梦", "欧阳小小", "买买提·吐尔逊", "𫘧𫘧", "〇一", "一".repeat(50), "𫘧".repeat(50)])(
  "%s is a fair name",
  (name) => {
    expect(readName(name)).toEqual({ text: name, problems: [] });
  },
);

test.each<[string | number | null, string[]]>([
  [null, ["R13"]],
  ["\u3000", ["R13"]],
  ["王1梦", ["R14"]],
  ["王①", ["R14"]],
  [12, ["R14"]],
  ["王梦（组长）", ["R14"]],
  ["王梦、李一", ["R14"]],
  ["·王梦", ["R14"]],
  ["王?", ["R14"]],
  ["王？梦", ["R14"]],
  ["王\ufffd", ["R14"]],
  ["王□", ["R14"]],
  ["王\ue5e5", ["R14"]],
  ["王", ["R14"]],
  ["𫘧", ["R14"]],
  ["𫘧".repeat(51), ["R14"]],
  ["王YAN", ["R15"]],
  ["John F. Smith", ["R15"]],
  ["O’Brien", ["R15"]],
  ["王YAN1", ["R14", "R15"]],
])("%j", (name, expected) => {
  expect(codes(name)).toEqual(expected);
});

test("lost characters are named before symbols, length is in code points", () => {
  expect(readName("王?").problems[0]?.message).toContain("没能显示");
  expect(readName("𫘧".repeat(51)).problems[0]?.message).toContain("51个字");
  expect(readName("王YAN").problems[0]?.message).toContain("与身份证核对");
});

test("an id written into the name column stays masked", () => {
  expect(readName("王梦379999196402290013").problems[0]?.message).toContain("王梦379999********0013");
});
