/** What an element may be given: nothing here can turn a text into markup. */
interface Settings {
  readonly class?: string;
  readonly id?: string;
  readonly for?: string;
  readonly scope?: "row" | "col";
  readonly label?: string;
  readonly describedBy?: string;
}

type Child = Node | string | null;

/** A new element. Strings become text nodes, null is left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  settings: Settings = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (settings.class !== undefined) made.className = settings.class;
  if (settings.id !== undefined) made.id = settings.id;
  if (settings.for !== undefined) made.setAttribute("for", settings.for);
  if (settings.scope !== undefined) made.setAttribute("scope", settings.scope);
  if (settings.label !== undefined) made.setAttribute("aria-label", settings.label);
  if (settings.describedBy !== undefined) made.setAttribute("aria-describedby", settings.describedBy);
  for (const child of children) if (child !== null) made.append(child);
  return made;
}

export function button(text: string, press: () => void, kind: "main" | "small" | "" = ""): HTMLButtonElement {
  const made = element("button", { class: kind }, text);
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}

/** The heading of a step. It takes the focus, so that a screen reader goes on there. */
export function heading(text: string): HTMLHeadingElement {
  const made = element("h2", {}, text);
  made.tabIndex = -1;
  return made;
}
