import fc from "fast-check";
import {
  canonicalId,
  canonicalMobile,
  canonicalName,
  canonicalUnit,
  foldWidth,
  shownName,
  unitStem,
} from "../../../apps-script/domain/people/canonical";

test.each([
  [" 37999919750815003x ", "37999919750815003X"],
  ["３７９９９９１９７５０８１５００３ｘ", "37999919750815003X"],
  ["'379999196402290013", "379999196402290013"],
  ["379999 19640229 0013", "379999196402290013"],
  ["379999-19640229-0013", "379999196402290013"],
  ["379999\u200b196402290013\ufeff", "379999196402290013"],
  ["379999\u3000196402290013\u00a0\n", "379999196402290013"],
  ["e12345678", "E12345678"],
  ["", ""],
])("canonicalId(%j)", (written, expected) => {
  expect(canonicalId(written)).toBe(expected);
});

test.each([
  ["19900000001", "19900000001"],
  ["+86 199 0000 0001", "19900000001"],
  ["0086-199-0000-0001", "19900000001"],
  ["(+86)19900000001", "19900000001"],
  ["8619900000001", "19900000001"],
  ["019900000001", "19900000001"],
  ["１９９０００００００１", "19900000001"],
  ["\u202d199 0000 0001\u202c", "19900000001"],
  ["'19900000001", "19900000001"],
  ["86000000", "86000000"],
])("canonicalMobile(%j)", (written, expected) => {
  expect(canonicalMobile(written)).toBe(expected);
});

test.each([
  ["山东某某矿业（烟台）有限公司", "山东某某矿业(烟台)有限公司"],
  ["山东某某矿业【烟台】 有限公司", "山东某某矿业(烟台)有限公司"],
  ["ａｂｃ矿业有限公司", "ABC矿业有限公司"],
  ["“某某”矿业", "某某矿业"],
])("canonicalUnit(%j)", (written, expected) => {
  expect(canonicalUnit(written)).toBe(expected);
});

test.each([
  ["烟台某某矿业有限公司", "烟台某某矿业"],
  ["烟台某某矿业有限责任公司", "烟台某某矿业"],
  ["烟台某某矿业股份有限公司", "烟台某某矿业"],
  ["烟台某某矿业公司", "烟台某某矿业"],
  ["某某矿业（烟台）有限公司", "某某矿业烟台"],
  ["某某矿业集团有限公司", "某某矿业"],
  ["某某矿业（集团）有限责任公司", "某某矿业"],
  ["某某矿业有限公司烟台分公司", "某某矿业有限公司烟台分公司"],
  ["某某矿业有限公司东山金矿", "某某矿业有限公司东山金矿"],
  ["有限公司", "有限公司"],
])("unitStem(%j)", (written, expected) => {
  expect(unitStem(written)).toBe(expected);
});

const dots = ["\u00b7", "\u30fb", "\u2022", "\u2027", "\u2219", "\u22c5", "\uff0e", "\ufe52", ".", "\uff65", "\u0387"];
test.each(dots)("the separator %j is U+00B7", (dot) => {
  expect(canonicalName(`买买提${dot}吐尔逊`)).toBe("买买提·吐尔逊");
  expect(shownName(`买买提${dot}吐尔逊`)).toBe("买买提·吐尔逊");
  expect(shownName(`买买提 ${dot} 吐尔逊`)).toBe("买买提·吐尔逊");
});

test.each([
  ["王 梦", "王梦", "王梦"],
  ["王\u3000梦", "王梦", "王梦"],
  [" 王 梦 一 ", "王梦一", "王梦一"],
  ["欧阳 小 小", "欧阳 小 小", "欧阳小小"],
  ["John  F. Smith", "John F. Smith", "JOHNF·SMITH"],
  ["王\u200b梦", "王梦", "王梦"],
  ["'王梦", "王梦", "王梦"],
  ["𫘧 𫘧", "𫘧𫘧", "𫘧𫘧"],
  ["葛\u{e0100}一", "葛\u{e0100}一", "葛一"],
])("name %j", (written, shown, compared) => {
  expect(shownName(written)).toBe(shown);
  expect(canonicalName(written)).toBe(compared);
});

/** Characters that the forms care about, beside any text. */
const nasty = fc.string({
  unit: fc.oneof(
    fc.constantFrom(..."0189+-('）（【xX .·•'’`86王梦矿公司有限集团e\u0301\u200b\u00a0\u3000\u202d\u1100\u1161集１ﬁ´"),
    fc.constantFrom("有限公司", "公司", "集团", "分", "0086", "+86"),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  ),
});

test.each(Object.entries({ foldWidth, canonicalId, canonicalMobile, canonicalUnit, unitStem, canonicalName, shownName }))(
  "%s of its own result changes nothing",
  (_name, form) => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(form(form(text))).toBe(form(text));
      }),
      { numRuns: process.env.ANPEI_SOAK ? 2000 : 300 },
    );
  },
);

test("the shown name compares like the written one", () => {
  fc.assert(
    fc.property(nasty, (text) => {
      expect(canonicalName(shownName(text))).toBe(canonicalName(text));
    }),
    { numRuns: process.env.ANPEI_SOAK ? 2000 : 300 },
  );
});
