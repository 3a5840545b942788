import fc from "fast-check";
import { checkCharacter } from "../../../apps-script/domain/people/check-character";
import { readDocument } from "../../../apps-script/domain/people/documents";
import { anId } from "./residents";

const today = "2024-03-01";
const withCheck = (first17: string) => first17 + checkCharacter(first17);

describe("number, type, type read, codes", () => {
  const permanent = withCheck("93799919800101001");
  test.each<[string, string | null, string | null, string[]]>([
    ["379999196402290013", "居民身份证", "居民身份证", []],
    ["379999196402290013", "身份证", "居民身份证", []],
    ["379999196402290013", null, "居民身份证", []],
    ["379999196402290013", "护照", "护照", ["R12"]],
    ["379999196402290013", "其他", "其他", ["R12"]],
    ["379999196402290013", "会员卡", "居民身份证", ["R11"]],
    ["379999196402290014", "居民身份证", "居民身份证", ["R08"]],
    ["3799991964022900", null, "居民身份证", ["R03"]],
    ["37999919640229O013", null, "居民身份证", ["R04"]],
    ["379999640229001", null, "居民身份证", ["R10"]],
    ["999379199001010011", null, "居民身份证", ["R08"]],
    ["E12345678", "护照", "护照", []],
    ["EA1234567", null, "护照", ["R11"]],
    ["G12345678", null, "护照", ["R11"]],
    ["SE1234567", null, "护照", ["R11"]],
    ["141234567", null, "护照", ["R11"]],
    ["E12345678", "居民身份证", "居民身份证", ["R12"]],
    ["AB12", "护照", "护照", ["R12"]],
    ["123456789", "护照", "护照", []],
    ["123456789", null, null, ["R11"]],
    ["H12345678", null, "其他", ["R11"]],
    ["M1234567890", "回乡证", "其他", []],
    ["12345678", null, "其他", ["R11"]],
    [withCheck("81000019800101001"), "港澳台居民居住证", "港澳台居民居住证", []],
    [withCheck("83000019800101001"), null, "港澳台居民居住证", ["R11"]],
    [withCheck("82000019800101001"), "居民身份证", "居民身份证", ["R12"]],
    ["379999196402290013", "港澳台居民居住证", "港澳台居民居住证", ["R12"]],
    [permanent, "外国人永久居留身份证", "外国人永久居留身份证", []],
    [permanent, null, "外国人永久居留身份证", ["R11"]],
    [permanent, "居民身份证", "居民身份证", ["R12"]],
    ["usa123456789012", "外国人永久居留证", "外国人永久居留身份证", []],
    ["USA123456789012", null, "外国人永久居留身份证", ["R11"]],
    ["USA123456789012", "居民身份证", "居民身份证", ["R12"]],
    ["379999640229001", "外国人永久居留身份证", "外国人永久居留身份证", ["R12"]],
  ])("%s as %s", (text, given, type, codes) => {
    const reading = readDocument(text, given, today);
    expect({ type: reading.type, codes: reading.problems.map((problem) => problem.code) }).toEqual({ type, codes });
    expect(reading.text).toBe(text.toUpperCase());
    expect(reading.usable).toBe(true);
  });
});

test("type, day of birth and sex are read from a residence permit", () => {
  const reading = readDocument(withCheck("81000019800101002"), "港澳台居民居住证", today);
  expect(reading).toMatchObject({ birth: "1980-01-01", sex: "女", guessed: false });
});

test("a guess is marked, also where it raises no finding", () => {
  expect(readDocument("379999196402290013", null, today)).toMatchObject({ guessed: true, problems: [] });
  expect(readDocument("379999196402290013", "", today)).toMatchObject({ guessed: true, problems: [] });
  expect(readDocument("123456789", null, today)).toMatchObject({ guessed: false, type: null });
});

test.each([null, "", " \u3000", "\u200b"])("%j is a missing number", (value) => {
  const reading = readDocument(value, "居民身份证", today);
  expect(reading).toMatchObject({ text: null, usable: false, type: "居民身份证" });
  expect(reading.problems.map((problem) => problem.code)).toEqual(["R01"]);
});

test.each(["无", "暂无", "-", "待补", "/"])("%j stands for nobody", (value) => {
  expect(readDocument(value, null, today)).toMatchObject({ text: null, usable: false });
});

describe("Excel's damage", () => {
  test.each([
    Number("379999198001010029"),
    379999198001010000,
    379999640229001,
    3.79999e17,
    0,
    123456789,
    "3.79999E+17",
    "3.79999198001010E+17",
    "3.8e17",
    "４Ｅ＋17",
  ])("%j is never repaired and never matched on", (value) => {
    for (const type of [null, "居民身份证", "护照"]) {
      const reading = readDocument(value, type, today);
      expect(reading).toMatchObject({ text: null, usable: false, proposal: null, birth: null, sex: null });
      expect(reading.problems).toHaveLength(1);
      expect(reading.problems[0]).toMatchObject({ code: "R02" });
      expect(reading.problems[0]?.message).toContain("重新提供");
    }
  });

  test("a rounded id pasted as text is told from a plain typing error", () => {
    const [problem] = readDocument("379999198001010000", null, today).problems;
    expect(problem?.message).toContain("末三位是000");
  });
});

test("one problem per code, whatever the text and type", () => {
  const types = fc.constantFrom(null, "", "居民身份证", "护照", "港澳台居民居住证", "外国人永久居留身份证", "其他", "x");
  const texts = fc.oneof(fc.string(), fc.stringMatching(/^[0-9A-Z]{5,20}$/), anId, fc.integer());
  fc.assert(
    fc.property(texts, types, (text, type) => {
      const { problems, usable, text: read } = readDocument(text, type, today);
      const codes = problems.map((problem) => problem.code);
      expect(new Set(codes).size).toBe(codes.length);
      expect(usable).toBe(read !== null);
    }),
    { numRuns: process.env.ANPEI_SOAK ? 1000 : 200 },
  );
});
