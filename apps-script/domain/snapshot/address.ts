/** The address of a cell as people see it: column index 2 of row 7 is `C7`. */
export function addressOf(column: number, at: number): string {
  return `${lettersOf(column)}${at}`;
}

/** The letters of a column index: 2 is `C`. */
export function lettersOf(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
