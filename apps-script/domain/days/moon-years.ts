/** The first of the moon's years that are known here, and the last. */
export const FIRST_MOON_YEAR = 2000;
export const LAST_MOON_YEAR = FIRST_MOON_YEAR + 99;

/**
 * The months of the moon's years, five hexadecimal digits a year: whether the leap month has 30 days and not 29, the same of the
 * twelve months, a bit each, and which month the leap month follows, 0 for none. As the package chinese-days has them (a test
 * holds it); the package itself would weigh 23 KB in the page.
 */
const YEARS = [
  "0c960 0d954 0d4a0 0da50 07552 056a0 0abb7 025d0 092d0 0cab5",
  "0a950 0b4a0 0baa4 0ad50 055d9 04ba0 0a5b0 15176 052b0 0a930",
  "07954 06aa0 0ad50 05b52 04b60 0a6e6 0a4e0 0d260 0ea65 0d530",
  "05aa0 076a3 096d0 04afb 04ad0 0a4d0 1d0b6 0d250 0d520 0dd45",
  "0b5a0 056d0 055b2 049b0 0a577 0a4b0 0aa50 1b255 06d20 0ada0",
  "14b63 09370 049f8 04970 064b0 168a6 0ea50 06b20 1a6c4 0aae0",
  "0a2e0 0d2e3 0c960 0d557 0d4a0 0da50 05d55 056a0 0a6d0 055d4",
  "052d0 0a9b8 0a950 0b4a0 0b6a6 0ad50 055a0 0aba4 0a5b0 052b0",
  "0b273 06930 07337 06aa0 0ad50 14b55 04b60 0a570 054e4 0d160",
  "0e968 0d520 0daa0 16aa6 056d0 04ae0 0a9d4 0a2d0 0d150 0f252",
].flatMap((decade) => decade.split(" ").map((digits) => Number.parseInt(digits, 16)));

/** The length of a moon's year up to and with a month, in days, leap months included. */
export function daysOfMoonMonths(year: number, upTo: number): number {
  const bits = YEARS[year - FIRST_MOON_YEAR] ?? 0;
  const leapMonth = bits & 0xf;
  const lengthAt = (bit: number): number => ((bits >> bit) & 1) + 29;
  let days = leapMonth > 0 && leapMonth <= upTo ? lengthAt(16) : 0;
  for (let month = 1; month <= upTo; month++) days += lengthAt(16 - month);
  return days;
}
