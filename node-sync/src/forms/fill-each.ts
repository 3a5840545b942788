import { tagEnd } from "../xlsx/patch/xml-scan";
import { blankEdges } from "./blank-edges";
import { copiesIn, drawingNumbers, repeated } from "./copies";
import type { FormPlan } from "./form-plan";
import { type RenderData, rendered, type TaggedPart } from "./render";
import { type SectionedBody, sectioned, sectionsOfCopy, withSections } from "./sections";
import { type AddedEdge, addEdges, type FormPart, type WordFile } from "./word-file";

/** A part as it is repeated: what stands around its content, and the content. */
type Cut = Pick<SectionedBody, "head" | "content" | "tail">;

/**
 * Fills a form once a person, in one file: each copy is a section, so that it begins on a page of its own, looks as it does alone,
 * and counts its pages. Headers and footers that name a person are copied too, and none reaches into the next copy.
 */
export async function fillEach(
  file: WordFile,
  tagged: (part: FormPart) => TaggedPart,
  plan: FormPlan,
  data: RenderData,
): Promise<void> {
  const main = tagged(file.main);
  const body = sectioned(main.xml);
  if (body === null) return;
  const isPersonal = ({ name }: FormPart): boolean => (plan.parts.get(name) ?? []).length > 0;
  const counts = (xml: string): string => (body.sections.length === 1 ? countingOwnPages(xml) : xml);
  const edges = file.edges.filter(isPersonal).map((part) => ({ part, cut: cutOpen(counts(tagged(part).xml)) }));
  for (const part of file.edges) if (!isPersonal(part)) file.package.write(part.name, counts(part.xml));
  const parts = [{ ...main, xml: repeatedIn(body) }, ...edges.map(({ part, cut }) => ({ ...part, xml: repeatedIn(cut) }))];
  const ids = edges.flatMap(({ part }) => part.ids);
  const blanks = blankEdges(file, body.sections);
  const numbered = drawingNumbers();
  const filled: Buffer[] = [];
  const added: AddedEdge[] = [...blanks.added];
  for (const people of batchesOf(data.people, parts)) {
    const before = filled.length;
    const done = rendered(parts, { ...data, people }, plan);
    for (const { part, cut } of edges)
      for (const [place, content] of copiesIn(cutOpen(done.get(part.name) ?? "").content).entries())
        added.push(edgeOf(part, before + place, cut.head + content + cut.tail));
    for (const content of copiesIn(cutOpen(done.get(main.name) ?? "", "w:body").content)) {
      const isLast = filled.length === data.people.length - 1;
      filled.push(
        Buffer.from(numbered(copyOf(filled.length === 0 ? body.sections : blanks.sections, content, filled.length, ids, isLast))),
      );
    }
  }
  for (const { name, like, xml } of added) if (name === like.name) file.package.write(name, xml);
  await addEdges(
    file,
    added.filter(({ name, like }) => name !== like.name),
  );
  file.package.write(main.name, Buffer.concat([Buffer.from(body.head), ...filled, Buffer.from(body.tail)]));
}

/** Characters of markup that are rendered at a time: the renderer holds each piece of it several times over. */
const BATCH = 2 * 1024 * 1024;

function batchesOf<T>(people: readonly T[], parts: readonly TaggedPart[]): readonly (readonly T[])[] {
  const size = Math.max(1, Math.floor(BATCH / parts.reduce((sum, { xml }) => sum + xml.length, 0)));
  return Array.from({ length: Math.ceil(people.length / size) }, (_, at) => people.slice(at * size, (at + 1) * size));
}

/** A person's header or footer: the first one's is the template's. */
function edgeOf(like: FormPart, copy: number, xml: string): AddedEdge {
  const name = copy === 0 ? like.name : like.name.replace(/\.xml$/iu, `-${copy + 1}.xml`);
  return { like, name, ids: like.ids.map((id) => idOfCopy(id, copy)), xml };
}

const repeatedIn = ({ head, content, tail }: Cut): string => head + repeated(content) + tail;

const idOfCopy = (id: string, copy: number): string => (copy === 0 ? id : `${id}-anpei${copy}`);

/** A field that says how many pages there are, of the copy alone. */
const countingOwnPages = (xml: string): string => xml.replace(/\bNUMPAGES\b/gu, "SECTIONPAGES");

/** The content of an element that holds all there is; of the part's root unless named. */
function cutOpen(xml: string, element = ""): Cut {
  const open = element === "" ? xml.search(/<[^?!]/u) : xml.indexOf(`<${element}`);
  const start = tagEnd(xml, open);
  const end = xml.lastIndexOf(`</${element}`);
  return { head: xml.slice(0, start), content: xml.slice(start, end), tail: xml.slice(end) };
}

/** A copy as it stands in the document: with its sections, which name its own headers and footers. */
function copyOf(sections: readonly string[], content: string, copy: number, ids: readonly string[], isLast: boolean): string {
  const referred = (section: string): string =>
    section.replace(/(\br:id=")([^"]{0,250})(")/gu, (all, before: string, id: string, after: string) =>
      ids.includes(id) ? before + idOfCopy(id, copy) + after : all,
    );
  return withSections(content, sectionsOfCopy(sections, copy, referred), isLast);
}
