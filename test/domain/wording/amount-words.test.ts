import fc from "fast-check";
import { amountInWords } from "../../../apps-script/domain/wording/amount-words";

const DIGITS = "零壹贰叁肆伍陆柒捌玖";

/** Reads the words back, each place for itself: 拾 and 角 say what a digit is worth. */
function centsIn(words: string): number {
  const worth: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1000 };
  let [total, group, digit] = [0, 0, 0];
  for (const sign of words.replace(/整$/u, "")) {
    if (DIGITS.includes(sign)) digit = DIGITS.indexOf(sign);
    else if (sign === "角") [total, digit] = [total + digit * 10, 0];
    else if (sign === "分") [total, digit] = [total + digit, 0];
    else if (sign === "元") [total, group, digit] = [(total + group + digit) * 100, 0, 0];
    else if (sign === "万") [total, group, digit] = [total + (group + digit) * 10_000, 0, 0];
    else if (sign === "亿") [total, group, digit] = [(group + digit) * 100_000_000, 0, 0];
    else [group, digit] = [group + digit * (worth[sign] ?? Number.NaN), 0];
  }
  return total;
}

/** The examples of 支付结算办法, 附一, 四 are marked. */
test.each([
  [300, "叁佰元整"],
  [600, "陆佰元整"],
  [10, "壹拾元整"],
  [12, "壹拾贰元整"],
  [1, "壹元整"],
  [0, "零元整"],
  [0.5, "伍角整"],
  [0.05, "伍分"],
  [0.55, "伍角伍分"],
  [300.5, "叁佰元零伍角整"],
  [301.5, "叁佰零壹元伍角整"],
  [300.05, "叁佰元零伍分"],
  [1409.5, "壹仟肆佰零玖元伍角整"], // 四（一）
  [6007.14, "陆仟零柒元壹角肆分"], // 四（二）
  [1680.32, "壹仟陆佰捌拾元零叁角贰分"], // 四（三）
  [107_000.53, "壹拾万柒仟元零伍角叁分"], // 四（三）
  [16_409.02, "壹万陆仟肆佰零玖元零贰分"], // 四（四）
  [325.04, "叁佰贰拾伍元零肆分"], // 四（四）
  [10_000, "壹万元整"],
  [10_001, "壹万零壹元整"],
  [10_010, "壹万零壹拾元整"],
  [11_000, "壹万壹仟元整"],
  [1_000_000, "壹佰万元整"],
  [1_001_000, "壹佰万壹仟元整"],
  [1_000_100, "壹佰万零壹佰元整"],
  [20_200_020, "贰仟零贰拾万零贰拾元整"],
  [100_000_000, "壹亿元整"],
  [100_000_001, "壹亿零壹元整"],
  [100_010_000, "壹亿零壹万元整"],
  [1_000_020_003.04, "壹拾亿零贰万零叁元零肆分"],
  [999_999_999.99, "玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"],
  [-300, "负叁佰元整"],
])("%d is %s", (yuan, words) => {
  expect(amountInWords(Math.round(yuan * 100))).toBe(words);
});

test("every amount is read back as it was, and ends so that nothing can be written behind it", () => {
  const amount = fc.oneof(fc.nat(100_000), fc.nat(999_999_999), fc.bigInt(0n, 99_999_999_999n).map(Number));
  const withNoughts = fc.tuple(amount, fc.constantFrom(1, 10, 100, 1000, 1_000_000)).map(([cents, to]) => cents - (cents % to));
  fc.assert(
    fc.property(withNoughts, (cents) => {
      const words = amountInWords(cents);
      expect(centsIn(words)).toBe(cents);
      expect(words).toMatch(/(?:元整|角整|分)$/u);
      expect(words).not.toMatch(/零零|零[拾佰仟万亿角分整]|[^零]零元./u);
    }),
    { numRuns: 500 },
  );
});

test("two amounts are never the same words", () => {
  fc.assert(
    fc.property(fc.nat(99_999_999), fc.nat(99_999_999), (one, other) => {
      expect(amountInWords(one) === amountInWords(other)).toBe(one === other);
    }),
  );
});
