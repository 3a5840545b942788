const SEPARATORS = /[、,，;；\n]/u;

/** What a cell or an answer lists, as staff part it: by 、, by any other comma, by semicolons or lines. Blanks belong to names. */
export function listed(text: string | null | undefined): string[] {
  if (text === null || text === undefined) return [];
  return text.split(SEPARATORS).flatMap((part) => {
    const name = part.trim();
    return name === "" ? [] : [name];
  });
}
