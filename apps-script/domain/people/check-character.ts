/** GB 11643-1999: weights of the first 17 digits, and the check character by their sum mod 11. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = "10X98765432";

/** The check character of the first 17 digits of an id (GB 11643-1999, ISO 7064 MOD 11-2). */
export function checkCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(first17[place]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/** Whether a text is 17 digits and the check character that belongs to them. */
export function isCheckedId(text: string): boolean {
  return /^\d{17}[\dX]$/.test(text) && checkCharacter(text) === text.charAt(17);
}
