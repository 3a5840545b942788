import { SEAL_FORM } from "../../apps-script/domain/exchange/seal";
import { CELL_UNITS } from "../../apps-script/domain/snapshot/text-length";
import { attacksOn, COMMON_ATTACKS } from "../support/patterns/attacks";
import { FreshEngine } from "../support/patterns/fresh-engine";
import { type FoundPattern, patternsIn } from "../support/patterns/literals";

const { literals, built } = patternsIn(["apps-script/domain", "apps-script/src", "node-sync/src"]);

/** What stands in the place of `${…}` in a pattern that is put together. */
const PARTS: Readonly<Record<string, string>> = {
  prefix: "x:",
  "context.sheet.prefix": "x:",
  "data.prefix": "x:",
  name: "r",
  D: "[0-9０-９]",
  SEAL_FORM,
  GAP: "[ \u00a0\u3000-]?",
  NOT_A_RUN_NUMBER: "(?!20[0-9]{2}(?:0[1-9]|1[0-2])(?:[0-2][0-9]|3[01]))",
  unsafe:
    "[\\u0000-\\u0008\\u000b-\\u001f\\ufffe\\uffff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]",
};

let engine: FreshEngine;
beforeAll(() => {
  engine = new FreshEngine();
});
afterAll(() => engine.close());

type Pattern = Pick<FoundPattern, "source" | "flags"> & { readonly isRepeated?: boolean };

/** The longest text of a foreign file is cut to a cell at the edge (`boundedSheets`); longer ones stand in nobody's way. */
async function trouble({ source, flags, isRepeated = false }: Pattern): Promise<string | null> {
  const slow = await engine.slowOn({
    source,
    flags: isRepeated && !flags.includes("g") ? `${flags}g` : flags,
    attacks: [...attacksOn(source, flags), ...COMMON_ATTACKS],
    longest: CELL_UNITS,
  });
  return slow && `${slow.milliseconds.toFixed(0)} ms on ${JSON.stringify(slow.attack)}`;
}

const byFile = new Map<string, FoundPattern[]>();
for (const literal of literals) byFile.set(literal.file, [...(byFile.get(literal.file) ?? []), literal]);

test.each([...byFile])("no pattern of %s takes long on the longest text", async (_file, found) => {
  const slow: string[] = [];
  for (const one of found) {
    const why = await trouble(one);
    if (why !== null) slow.push(`line ${one.line}: /${one.source}/${one.flags} ${why}`);
  }
  expect(slow).toEqual([]);
});

test.each(built.map(({ file, line, text }) => [`${file}:${line}`, text] as const))(
  "nor does the one built in %s",
  async (_place, text) => {
    expect(await trouble(assembled(text))).toBeNull();
  },
);

/** The pattern of `new RegExp(…)`, with what is known to stand in its holes; throws for one that nobody has described. */
function assembled(text: string): Pattern {
  const [, written = "", flags = ""] = /^new RegExp\(\s*(`[^`]*`|\w+)\s*(?:,\s*"(\w*)"\s*)?,?\s*\)$/.exec(text) ?? [];
  const part = (name: string): string => {
    const known = PARTS[name];
    if (known === undefined) throw new Error(`a part of a pattern that this test does not know: ${name} in ${text}`);
    return known;
  };
  if (!written.startsWith("`")) return { source: part(written), flags };
  const raw = written.slice(1, -1).replace(/\$\{([^}]*)\}/g, (_all, name: string) => `\u0000${name}\u0000`);
  const source = raw.replace(/\\\\/g, "\\").replace(/\0([^\0]*)\0/g, (_all, name: string) => part(name));
  return { source, flags };
}

/** What this test would say of patterns that are known to be slow: it must be able to fail. */
test.each([
  ["\\s+$", "u"],
  ["^[\\s.]+|[\\s.]+$", "gu"],
  ["[(（]([^)）]*)[)）]", "gu"],
  ["\\s*[=:]\\s*", "gu"],
  ["^\\s*(\\d{1,6})\\s*(?:人|年)?\\s*$", "u"],
  ["^(a+)+$", ""],
  ["(\\d+)$", ""],
  ["<row ([^>]*)>(.*?)</row>", "gs"],
])("finds /%s/%s slow", async (source, flags) => expect(await trouble({ source, flags })).toMatch(/ms on/));
