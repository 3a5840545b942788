import type { ClerkOperation } from "./define-operation";

/** An operation's example as it is typed, without the name of the program. `book` is the workbook. */
export function exampleCommand({ id, example }: Pick<ClerkOperation, "id" | "example">, book: string): string {
  const fields = Object.entries(example.input).flatMap(([name, value]) => {
    const texts = (Array.isArray(value) ? value : [value]).map((text) => quoted(String(text)));
    return [`--${name} ${texts.join(" ")}`];
  });
  return [`do ${id}`, ...fields, `--today ${example.today}`, `--book ${book}`].join(" ");
}

/** A shell takes a text with blanks or signs of its own in quotes. */
function quoted(text: string): string {
  return /^[\p{L}\p{N}、·.:_~+-]+$/u.test(text) ? text : `"${text}"`;
}
