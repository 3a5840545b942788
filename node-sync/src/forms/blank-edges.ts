import { attribute, withAttribute } from "../xlsx/patch/xml-scan";
import { outermost } from "./elements";
import { withReferences } from "./sections";
import type { AddedEdge, FormPart, WordFile } from "./word-file";

/**
 * A section without a header of its own has that of the section before it (ECMA-376 part 1, 17.10). What comes before the first
 * section of a copy is another person's last one: there an empty header stands for none.
 */

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const ROOTS = { header: "hdr", footer: "ftr" } as const;
type EdgeKind = keyof typeof ROOTS;
const KINDS: readonly EdgeKind[] = ["header", "footer"];

interface BlankEdges {
  /** The sections of the second and later copies. */
  readonly sections: readonly string[];
  readonly added: readonly AddedEdge[];
}

/** @param sections of the form, as its first copy has them */
export function blankEdges(file: WordFile, sections: readonly string[]): BlankEdges {
  const [first = "", ...others] = sections;
  const blanks = KINDS.flatMap((kind) => {
    const like = file.edges.find((edge) => edge.kind === kind);
    const lacking = lackingIn(first, others, kind);
    return like === undefined || lacking.length === 0 ? [] : [{ lacking, ...blankEdge(file, like, kind) }];
  });
  const references = blanks.flatMap(({ lacking, id }) => lacking.map((reference) => withAttribute(reference, "r:id", id)));
  return { sections: [withReferences(first, references), ...others], added: blanks.map(({ edge }) => edge) };
}

/** References of other sections to headers of a type that the first one has none of: for all pages, the first one, or even ones. */
function lackingIn(first: string, others: readonly string[], kind: EdgeKind): readonly string[] {
  const own = new Set(referencesIn(first, kind).map(typeOf));
  const foreign = others.flatMap((section) => referencesIn(section, kind)).filter((reference) => !own.has(typeOf(reference)));
  return [...new Map(foreign.map((reference) => [typeOf(reference), reference])).values()];
}

const referencesIn = (section: string, kind: EdgeKind): readonly string[] =>
  outermost(section, [`${kind}Reference`]).map(({ start, end }) => section.slice(start, end));

const typeOf = (reference: string): string => attribute(reference, "w:type") ?? "default";

function blankEdge({ package: parts, main }: WordFile, like: FormPart, kind: EdgeKind): { id: string; edge: AddedEdge } {
  const folder = main.name.slice(0, main.name.lastIndexOf("/") + 1);
  let name = `${folder}${kind}-none.xml`;
  for (let more = 2; parts.has(name); more++) name = `${folder}${kind}-none${more}.xml`;
  const root = ROOTS[kind];
  const id = `anpei-${name.slice(folder.length, -".xml".length)}`;
  return { id, edge: { like, name, ids: [id], xml: `<w:${root} xmlns:w="${WORD}"><w:p/></w:${root}>` } };
}
