const powersOfTen = Array.from({ length: 16 }, (_, power) => 10 ** power);

/**
 * Reads `-123.45` from bytes: exact for up to 15 digits, since both the digits and the power of ten are exact doubles
 * and a division rounds once. Everything else (more digits, exponents, blanks, nothing at all) is NaN: ask `Number`.
 */
export function numberAt(bytes: Buffer, from: number, to: number): number {
  const isNegative = bytes[from] === 45;
  let digits = 0;
  let value = 0;
  let fraction = -1;
  for (let at = isNegative ? from + 1 : from; at < to; at += 1) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      digits += 1;
      if (fraction >= 0) fraction += 1;
    } else if (digit === -2 && fraction < 0) fraction = 0;
    else return Number.NaN;
  }
  if (digits === 0 || digits > 15) return Number.NaN;
  const number = fraction > 0 ? value / (powersOfTen[fraction] ?? Number.NaN) : value;
  return isNegative ? -number : number;
}
