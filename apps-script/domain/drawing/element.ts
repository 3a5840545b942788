/**
 * What is drawn, as plain data: the page makes it of its own elements, the command line writes it as text. A text is a text in
 * both, whatever stands in it.
 */
export interface Element {
  readonly tag: Tag;
  readonly attributes: Attributes;
  readonly children: readonly Child[];
}

export type Child = Element | string;

type Tag =
  | "article"
  | "section"
  | "aside"
  | "h1"
  | "h2"
  | "p"
  | "div"
  | "span"
  | "table"
  | "colgroup"
  | "col"
  | "thead"
  | "tbody"
  | "tr"
  | "th"
  | "td";

/** `style` is set property by property, as a page that lets no style in by text needs it. */
export interface Attributes {
  readonly class?: string;
  readonly colspan?: number;
  readonly rowspan?: number;
  readonly scope?: "col" | "colgroup";
  readonly style?: { readonly width?: string; readonly height?: string };
}

export function element(tag: Tag, attributes: Attributes, children: readonly Child[] = []): Element {
  return { tag, attributes, children };
}

/** `classes("cell", isLast && "last")` */
export function classes(...names: readonly (string | false)[]): string {
  return names.filter((name) => name !== false).join(" ");
}
