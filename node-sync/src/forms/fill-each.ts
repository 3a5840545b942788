import { tagEnd } from "../xlsx/patch/xml-scan";
import { copiesIn, numberedDrawings, repeated } from "./copies";
import type { FormPlan } from "./form-plan";
import { type RenderData, rendered, type TaggedPart } from "./render";
import { type SectionedBody, sectioned, sectionsOfCopy, withSections } from "./sections";
import { type AddedEdge, addEdges, type FormPart, type WordFile } from "./word-file";

/** A part as it is repeated: what stands around its content, and the content. */
type Cut = Pick<SectionedBody, "head" | "content" | "tail">;

/**
 * Fills a form once a person, in one file: each copy is a section, so that it begins on a page of its own, looks as it does alone,
 * and counts its pages. Headers and footers that name a person are copied too.
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
  const done = rendered(
    [{ ...main, xml: repeatedIn(body) }, ...edges.map(({ part, cut }) => ({ ...part, xml: repeatedIn(cut) }))],
    data,
    plan,
  );
  const added = edges.flatMap(({ part, cut }) => {
    const [first = "", ...others] = copiesIn(cutOpen(done.get(part.name) ?? "").content).map(
      (content) => cut.head + content + cut.tail,
    );
    file.package.write(part.name, first);
    return others.map(
      (xml, place): AddedEdge => ({
        like: part,
        name: part.name.replace(/\.xml$/iu, `-${place + 2}.xml`),
        id: idOf(part, place + 1),
        xml,
      }),
    );
  });
  await addEdges(file, added);
  const ids = edges.flatMap(({ part }) => part.id ?? []);
  file.package.write(main.name, joined(body, copiesIn(cutOpen(done.get(main.name) ?? "", "w:body").content), ids));
}

const repeatedIn = ({ head, content, tail }: Cut): string => head + repeated(content) + tail;

const idOf = (edge: Pick<FormPart, "id">, copy: number): string => copyOf(edge.id ?? "", copy);
const copyOf = (id: string, copy: number): string => (copy === 0 ? id : `${id}-anpei${copy}`);

/** A field that says how many pages there are, of the copy alone. */
const countingOwnPages = (xml: string): string => xml.replace(/\bNUMPAGES\b/gu, "SECTIONPAGES");

/** The content of an element that holds all there is; of the part's root unless named. */
function cutOpen(xml: string, element = ""): Cut {
  const open = element === "" ? xml.search(/<[^?!]/u) : xml.indexOf(`<${element}`);
  const start = tagEnd(xml, open);
  const end = xml.lastIndexOf(`</${element}`);
  return { head: xml.slice(0, start), content: xml.slice(start, end), tail: xml.slice(end) };
}

function joined(body: SectionedBody, copies: readonly string[], ids: readonly string[]): string {
  const filled = copies.map((content, copy) => {
    const referred = (section: string): string =>
      section.replace(/(\br:id=")([^"]{0,250})(")/gu, (all, before: string, id: string, after: string) =>
        ids.includes(id) ? before + copyOf(id, copy) + after : all,
      );
    return withSections(content, sectionsOfCopy(body.sections, copy, referred), copy === copies.length - 1);
  });
  return numberedDrawings(body.head + filled.join("") + body.tail);
}
