/** How wide a text is in digits: a Chinese sign is wider than a digit. */
export const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > "\u2000" ? 1.7 : 1), 0);
