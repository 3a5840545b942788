const DIGITS = "零一二三四五六七八九";
const CHINESE = /^(?:([一二三四五六七八九])?(十)([一二三四五六七八九])?|([一二三四五六七八九]))$/u;

/**
 * A number from 1 to 99 as classes are numbered, in Arabic or Chinese numerals; null for anything else.
 *
 * @example numeralOf("十二") // 12
 */
export function numeralOf(written: string): number | null {
  if (/^\d{1,2}$/u.test(written)) return Number(written) || null;
  const [, tens, ten, ones, alone] = CHINESE.exec(written) ?? [];
  if (alone !== undefined) return DIGITS.indexOf(alone);
  if (ten === undefined) return null;
  return (tens === undefined ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === undefined ? 0 : DIGITS.indexOf(ones));
}

/** A number from 1 to 99 as classes are numbered; what is greater in digits. */
export function chineseNumeral(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (tens > 9) return String(number);
  const before = tens === 0 ? "" : `${tens === 1 ? "" : DIGITS.charAt(tens)}十`;
  return before + (ones === 0 ? "" : DIGITS.charAt(ones));
}
