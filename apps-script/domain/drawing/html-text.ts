import type { Attributes, Child } from "./element";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text between tags or in a quoted attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => ENTITIES[character] ?? character);
}

/** What is drawn, as HTML. */
export function htmlText(child: Child): string {
  const parts: string[] = [];
  write(child, parts);
  return parts.join("");
}

function write(child: Child, parts: string[]): void {
  if (typeof child === "string") {
    parts.push(escaped(child));
    return;
  }
  const { tag, attributes, children } = child;
  parts.push(`<${tag}${attributesText(attributes)}>`);
  if (tag === "col") return;
  for (const one of children) write(one, parts);
  parts.push(`</${tag}>`);
}

function attributesText({ style = {}, ...attributes }: Attributes): string {
  const rules = Object.entries(style).map(([name, value]) => `${name}:${value}`);
  const all = { ...attributes, ...(rules.length > 0 ? { style: rules.join(";") } : {}) };
  return Object.entries(all)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join("");
}
