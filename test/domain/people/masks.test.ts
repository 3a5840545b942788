import fc from "fast-check";
import { maskId, maskMobile, maskText } from "../../../apps-script/domain/people/masks";
import { aMobile, anId } from "./residents";

test.each([
  ["379999199001010012", "379999********0012"],
  ["37999919900101001", "379999*******1001"],
  ["37999919750815003X", "379999********003X"],
  ["379999640229001", "379999******001"],
  ["E12345678", "E1*****78"],
  ["AB12", "A**2"],
  ["12", "**"],
  ["", ""],
])("maskId(%s)", (id, expected) => {
  expect(maskId(id)).toBe(expected);
});

test.each([
  ["19900000001", "199****0001"],
  ["4760000", "47***00"],
  ["123", "1*3"],
  ["1", "*"],
])("maskMobile(%s)", (mobile, expected) => {
  expect(maskMobile(mobile)).toBe(expected);
});

describe("maskText leaves alone", () => {
  test.each([
    "B2024-00001 王梦 2024-02-29",
    "运行 20240229-093000-0001，2024-02-29T09:30:00+08:00",
    "运行 20240229093000123",
    "证书有效期2024年3月1日至2027年2月28日",
    "应缴600元，共10000人，电话4760000",
    "19900000001000元", // no mobile: longer
    "指纹 a19900000001f",
  ])("%s", (sentence) => {
    expect(maskText(sentence)).toBe(sentence);
  });
});

test.each([
  ["王梦379999199001010012有误", "王梦379999********0012有误"],
  ["号码37999919750815003x。", "号码379999********003x。"],
  ["（379999640229001）", "（379999******001）"],
  ["379999 19900101 0012", "379999 ******** 0012"],
  ["379999-1990-01-01-0012", "379999-****-**-**-0012"],
  ["３７９９９９１９９００１０１００１２", "３７９９９９********００１２"],
  ["3.79999199001010E+17", "3.79************E+17"],
  ["USA123456789012", "USA123******012"],
  ["电话19900000001、19900000002", "电话199****0001、199****0002"],
  ["+86 199-0000-0001", "+86 199-****-0001"],
  ["8619900000001", "86199****0001"],
  ["379999199001010012/19900000001", "379999********0012/199****0001"],
])("maskText(%s)", (sentence, expected) => {
  expect(maskText(sentence)).toBe(expected);
});

const around = fc.string({ unit: fc.constantFrom(..."王梦：，。（） /、\n有误=") });

test("no mask shows the day of birth or the middle of a mobile", () => {
  fc.assert(
    fc.property(anId, aMobile, around, around, around, (id, mobile, a, b, c) => {
      expect(maskId(id)).toHaveLength(18);
      expect(maskId(id).slice(6, 14)).toBe("********");
      expect(maskMobile(mobile).slice(3, 7)).toBe("****");
      const sentence = maskText(`${a}${id}${b};${mobile}${c}`);
      expect(sentence).toBe(`${a}${maskId(id)}${b};${maskMobile(mobile)}${c}`);
    }),
  );
});

test("masking twice is masking once", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), anId, aMobile, fc.stringMatching(/^[-0-9 X.E+]{0,40}$/)), (text) => {
      expect(maskText(maskText(text))).toBe(maskText(text));
    }),
    { numRuns: process.env.ANPEI_SOAK ? 1000 : 200 },
  );
});
