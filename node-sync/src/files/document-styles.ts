import type { Attributes } from "../xlsx/xml";

interface Style {
  readonly parent: string;
  isStruck?: boolean;
  isFlat?: boolean;
  isHiding?: boolean;
}

/** As far as a chain of parents is followed: a file may make a ring of them. */
const MOST_PARENTS = 20;

/** The styles of an OpenDocument file as far as they hide something or strike it out (ODF 1.2 part 1, 16 and 20). */
export class DocumentStyles {
  private readonly styles = new Map<string, Style>();
  private open: Style | null = null;

  /** Takes an element in; others than those of styles say nothing. */
  take(name: string, attributes: Attributes): void {
    const { open } = this;
    if (name === "style:style") {
      const family = attributes["style:family"] ?? "";
      this.open = { parent: keyOf(family, attributes["style:parent-style-name"]) };
      this.styles.set(keyOf(family, attributes["style:name"]), this.open);
    } else if (open === null) return;
    else if (name === "style:table-properties") open.isHiding = attributes["table:display"] === "false";
    else if (name === "style:table-row-properties") open.isFlat = Number.parseFloat(attributes["style:row-height"] ?? "1") === 0;
    else if (name === "style:text-properties") {
      const line = attributes["style:text-line-through-style"] ?? attributes["style:text-line-through-type"];
      if (line !== undefined) open.isStruck = line !== "none";
    }
  }

  leave(name: string): void {
    if (name === "style:style") this.open = null;
  }

  hides(sheet: string | undefined): boolean {
    return this.of("table", sheet, "isHiding") === true;
  }

  /** Whether rows of the style have no height. */
  flattens(row: string | undefined): boolean {
    return this.of("table-row", row, "isFlat") === true;
  }

  /** Whether a cell or a run of text is struck out by its style; `undefined` where it says nothing. */
  strikes(family: "table-cell" | "text", name: string | undefined): boolean | undefined {
    return this.of(family, name, "isStruck");
  }

  private of(family: string, name: string | undefined, what: "isStruck" | "isFlat" | "isHiding"): boolean | undefined {
    let style = this.styles.get(keyOf(family, name));
    for (let left = MOST_PARENTS; style && left > 0; left--) {
      if (style[what] !== undefined) return style[what];
      style = this.styles.get(style.parent);
    }
    return undefined;
  }
}

const keyOf = (family: string, name: string | undefined): string => `${family}:${name ?? ""}`;
