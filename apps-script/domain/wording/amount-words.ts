import type { Cents } from "../rules/money/payment-amounts";

const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const PLACES = ["", "拾", "佰", "仟"] as const;
const GROUPS = ["", "万", "亿"] as const;

/**
 * An amount as receipts write it (支付结算办法, 附一: 正确填写票据和结算凭证的基本规定). 零 stands once for any row of noughts inside the
 * number, and after 元 where no 元 or no 角 is before what follows; 整 closes what ends in 元 or 角.
 *
 * @param cents in 分, whole, below 10,000 亿元
 * @example amountInWords(30000) // 叁佰元整
 * @example amountInWords(140950) // 壹仟肆佰零玖元伍角整
 * @example amountInWords(10700053) // 壹拾万柒仟元零伍角叁分
 */
export function amountInWords(cents: Cents): string {
  if (cents < 0) return `负${amountInWords(-cents)}`;
  const yuan = Math.floor(cents / 100);
  const [tenths, hundredths] = [Math.floor(cents / 10) % 10, cents % 10];
  if (tenths + hundredths === 0) return `${wholeInWords(yuan)}元整`;
  const isGap = yuan > 0 && (yuan % 10 === 0 || tenths === 0);
  const before = yuan === 0 ? "" : `${wholeInWords(yuan)}元${isGap ? DIGITS.charAt(0) : ""}`;
  const middle = tenths === 0 ? "" : `${DIGITS.charAt(tenths)}角`;
  return `${before}${middle}${hundredths === 0 ? "整" : `${DIGITS.charAt(hundredths)}分`}`;
}

function wholeInWords(yuan: number): string {
  if (yuan === 0) return DIGITS.charAt(0);
  let words = "";
  let isGap = false;
  for (let place = GROUPS.length - 1; place >= 0; place--) {
    const group = Math.floor(yuan / 10_000 ** place) % 10_000;
    if (group > 0) {
      if (words !== "" && (isGap || group < 1000)) words += DIGITS.charAt(0);
      words += `${groupInWords(group)}${GROUPS[place]}`;
    }
    isGap = group === 0;
  }
  return words;
}

/** 1 to 9,999. */
function groupInWords(group: number): string {
  let words = "";
  let isGap = false;
  for (let place = PLACES.length - 1; place >= 0; place--) {
    const digit = Math.floor(group / 10 ** place) % 10;
    if (digit > 0) words += `${isGap && words !== "" ? DIGITS.charAt(0) : ""}${DIGITS.charAt(digit)}${PLACES[place]}`;
    isGap = digit === 0;
  }
  return words;
}
