/** A `fields` mask: what is named, and of that which parts; `true` is all of it. */
export type Mask = true | ReadonlyMap<string, Mask>;

/**
 * `a,b.c,d/e,f(g,h)` and `*`; null when it can't be read.
 * https://developers.google.com/workspace/sheets/api/guides/field-masks
 */
export function maskOf(text: string): Mask | null {
  const tokens = text.match(/[\w*@$-]+|[.,/()]/g) ?? [];
  if (tokens.join("") !== text.replace(/\s/g, "") || tokens.length === 0) return null;
  const reader = new MaskReader(tokens);
  const mask = reader.list();
  return reader.isDone ? mask : null;
}

class MaskReader {
  private at = 0;
  constructor(private readonly tokens: readonly string[]) {}

  get isDone(): boolean {
    return this.at === this.tokens.length;
  }

  list(): Mask | null {
    const parts = new Map<string, Mask>();
    let all = false;
    do {
      const name = this.name();
      const part = name === null ? null : this.part();
      if (name === null || part === null) return null;
      if (name === "*" && part === true) all = true;
      else parts.set(name, joined(parts.get(name), part));
    } while (this.take(","));
    return all ? true : parts;
  }

  private part(): Mask | null {
    if (this.take(".") || this.take("/")) {
      const name = this.name();
      const part = name === null ? null : this.part();
      if (name === null || part === null) return null;
      return name === "*" && part === true ? true : new Map([[name, part]]);
    }
    if (!this.take("(")) return true;
    const inner = this.list();
    return this.take(")") ? inner : null;
  }

  private name(): string | null {
    const token = this.tokens[this.at];
    if (token === undefined || !/[\w*]/.test(token)) return null;
    this.at += 1;
    return token;
  }

  private take(sign: string): boolean {
    if (this.tokens[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }
}

function joined(one: Mask | undefined, other: Mask): Mask {
  if (one === undefined) return other;
  if (one === true || other === true) return true;
  const both = new Map(one);
  for (const [name, part] of other) both.set(name, joined(both.get(name), part));
  return both;
}

/** An object without anything: of a hundred thousand cells most are this one. */
export const NOTHING: Readonly<Record<string, never>> = Object.freeze({});

/** Leaves of an answer what the mask names; lists are masked element by element. */
export function masked(value: unknown, mask: Mask): unknown {
  if (mask === true || typeof value !== "object" || value === null || value === NOTHING) return value;
  if (Array.isArray(value)) return value.map((one) => masked(one, mask));
  const all = mask.get("*");
  const given = value as Readonly<Record<string, unknown>>;
  const kept: Record<string, unknown> = {};
  // A hundred thousand cells have more to them than is asked for.
  for (const name of all === undefined ? mask.keys() : Object.keys(given)) {
    const part = mask.get(name) ?? all;
    if (part !== undefined && given[name] !== undefined) kept[name] = masked(given[name], part);
  }
  return kept;
}

/** What a mask asks for at this path; null is nothing. */
export function partOf(mask: Mask, ...path: readonly string[]): Mask | null {
  let at: Mask = mask;
  for (const name of path) {
    if (at === true) return true;
    const part = at.get(name) ?? at.get("*");
    if (part === undefined) return null;
    at = part;
  }
  return at;
}

export function asksFor(mask: Mask, ...path: readonly string[]): boolean {
  return partOf(mask, ...path) !== null;
}

/** The paths that a mask names, as `a.b`; `*` for all. */
export function pathsOf(mask: Mask): string[] {
  if (mask === true) return ["*"];
  return [...mask].flatMap(([name, part]) => (part === true ? [name] : pathsOf(part).map((rest) => `${name}.${rest}`)));
}
