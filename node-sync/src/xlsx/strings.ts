import { tooManyTexts } from "../wording/files";
import { tooLarge } from "./budget";
import type { XlsxPackage } from "./package";
import { isOn, readPart, unescapeXstring, type XmlHandlers } from "./xml";

/**
 * Gathers the text of one rich or plain string (CT_Rst, ECMA-376 part 1, 18.4.8): runs are joined, phonetic guides
 * (`rPh`) left out. Blanks are kept whether or not `xml:space` says so; `null` values are made from blanks elsewhere.
 */
export class RichText {
  private pieces = "";
  private phonetic = 0;
  private isInText = false;
  private isStruck = false;

  /** @param keepsStruck whether runs that are struck out count as text */
  constructor(private readonly keepsStruck: boolean) {}

  /** @param isOn of a property of a run, whether it is on */
  open(name: string, isOn = true): void {
    if (name === "r") this.isStruck = false;
    else if (name === "strike") this.isStruck = isOn;
    else if (name === "rPh") this.phonetic += 1;
    else if (name === "t") this.isInText = this.phonetic === 0;
  }

  text(text: string): void {
    if (this.isInText && (this.keepsStruck || !this.isStruck)) this.pieces += text;
  }

  close(name: string): void {
    if (name === "rPh") this.phonetic -= 1;
    else if (name === "t") this.isInText = false;
    else if (name === "r") this.isStruck = false;
  }

  /** The text so far; the next string begins empty. */
  take(): string {
    const text = unescapeXstring(this.pieces);
    this.pieces = "";
    this.isStruck = false;
    return text;
  }
}

/**
 * Handlers that push every `si` of a shared string table to `strings`.
 *
 * @param counted is told of the characters of each piece of text, and of each string as one more
 */
export function sharedStringHandlers(
  strings: string[],
  counted: (characters: number) => void = () => undefined,
  keepsStruck = true,
): XmlHandlers {
  const rich = new RichText(keepsStruck);
  return {
    open: (name, { val }) => rich.open(name, val === undefined || isOn(val)),
    text(text) {
      counted(text.length);
      rich.text(text);
    },
    close(name) {
      rich.close(name);
      if (name !== "si") return;
      counted(1);
      strings.push(rich.take());
    },
  };
}

/** The shared strings by index; none when the workbook has no such part. */
export async function readSharedStrings(pkg: XlsxPackage, part: string | undefined, keepsStruck: boolean): Promise<string[]> {
  const strings: string[] = [];
  if (part === undefined || !pkg.has(part)) return strings;
  let characters = 0;
  const counted = (more: number): void => {
    characters += more;
    if (characters > pkg.limits.characters) throw tooLarge(tooManyTexts(pkg.label));
  };
  await readPart(pkg, part, sharedStringHandlers(strings, counted, keepsStruck));
  return strings;
}
