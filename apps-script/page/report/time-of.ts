/** `2024-03-01 09:00` of a moment written with its offset; anything else as it stands. */
export function timeOf(moment: string): string {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(moment) ? moment.slice(0, 16).replace("T", " ") : moment;
}
