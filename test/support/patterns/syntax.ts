/**
 * As much of the syntax of a regular expression as it takes to make texts that are hard for it: its parts, and which of them
 * are repeated. A part that asserts (`^`, `\b`, a look-ahead) takes nothing; what it asserts is looked at as a part of its own.
 */
export type Part =
  | { readonly kind: "atom"; readonly source: string }
  | { readonly kind: "nothing" }
  | { readonly kind: "choice"; readonly branches: readonly (readonly Part[])[]; readonly takes: boolean }
  | { readonly kind: "repeat"; readonly part: Part; readonly least: number; readonly most: number };

export function partsOf(source: string): Part {
  const reader = new Reader(source);
  const part = reader.choice();
  if (!reader.isDone) throw new Error(`not understood: ${source}`);
  return part;
}

const BACK_REFERENCE = /^\\(?:[1-9]|k<[^>]*>)/;
const ESCAPE = /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Za-z]|[\s\S])/;
const GROUP = /^\((?:\?(?::|=|!|<=|<!|<[^>]*>))?/;
const COUNT = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/;

class Reader {
  private at = 0;

  constructor(private readonly source: string) {}

  get isDone(): boolean {
    return this.at === this.source.length;
  }

  choice(takes = true): Part {
    const branches = [this.sequence()];
    while (this.source[this.at] === "|") {
      this.at++;
      branches.push(this.sequence());
    }
    return { kind: "choice", branches, takes };
  }

  private sequence(): Part[] {
    const parts: Part[] = [];
    while (!this.isDone && this.source[this.at] !== "|" && this.source[this.at] !== ")") parts.push(this.counted(this.single()));
    return parts;
  }

  private counted(part: Part): Part {
    const [text, least, comma, most] = COUNT.exec(this.source.slice(this.at)) ?? [];
    if (text === undefined) return part;
    this.at += text.length;
    if (least === undefined)
      return { kind: "repeat", part, least: text[0] === "+" ? 1 : 0, most: text[0] === "?" ? 1 : Infinity };
    return { kind: "repeat", part, least: Number(least), most: comma === "" ? Number(least) : most ? Number(most) : Infinity };
  }

  private single(): Part {
    const rest = this.source.slice(this.at);
    const first = rest[0] ?? "";
    if (first === "(") return this.group(rest);
    if (first === "^" || first === "$" || /^\\[bB]/.test(rest)) return this.took(first === "\\" ? 2 : 1, { kind: "nothing" });
    const back = BACK_REFERENCE.exec(rest)?.[0];
    if (back !== undefined) return this.took(back.length, { kind: "nothing" });
    const length = first === "[" ? classLength(rest) : first === "\\" ? (ESCAPE.exec(rest)?.[0].length ?? 2) : 1;
    const source = length === 1 ? String.fromCodePoint(rest.codePointAt(0) ?? 0) : rest.slice(0, length);
    return this.took(source.length, { kind: "atom", source });
  }

  private group(rest: string): Part {
    const opening = GROUP.exec(rest)?.[0] ?? "(";
    this.at += opening.length;
    const part = this.choice(!["(?=", "(?!", "(?<=", "(?<!"].includes(opening));
    if (this.source[this.at] !== ")") throw new Error(`not understood: ${this.source}`);
    this.at++;
    return part;
  }

  private took(length: number, part: Part): Part {
    this.at += length;
    return part;
  }
}

function classLength(rest: string): number {
  for (let at = 1; at < rest.length; at++) {
    if (rest[at] === "\\") at++;
    else if (rest[at] === "]") return at + 1;
  }
  return rest.length;
}
