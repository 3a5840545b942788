import { fillForm } from "../../../node-sync/src/forms/fill-form";
import { named } from "../../support/form-views";
import {
  bodyTexts,
  paragraph,
  relationshipsTo,
  row,
  run,
  SECTION,
  table,
  templateOf,
  textsIn,
  wordParts,
} from "../../support/word-template";

/** A page a person: sections of one file. */

const everybody = ["甲", "乙", "丙"];
const fill = async (body: string, header?: string) =>
  wordParts(
    (await fillForm(await templateOf({ body, ...(header === undefined ? {} : { header }) }), "表.docx", named(...everybody)))
      .bytes,
  );
const main = (parts: ReadonlyMap<string, string>): string => parts.get("word/document.xml") ?? "";
const sectionsIn = (xml: string): string[] => xml.match(/<w:sectPr\b[^>]*?(?:\/>|>.*?<\/w:sectPr>)/gsu) ?? [];

/** What the headers of a section say, by their type; each must be a header that the file tells the type of. */
function headersIn(section: string, parts: ReadonlyMap<string, string>): Record<string, string[]> {
  const references = section.matchAll(/<w:headerReference w:type="([a-z]+)" r:id="([^"]*)"\/>/gu);
  return Object.fromEntries(
    [...references].map(([, type = "", id = ""]) => {
      const found = new RegExp(`Id="${id}"[^>]*/header" Target="/?(?:word/)?([^"]*)"`, "u").exec(
        parts.get("word/_rels/document.xml.rels") ?? "",
      );
      const name = `word/${found?.[1] ?? ""}`;
      expect(parts.get("[Content_Types].xml")).toContain(`PartName="/${name}"`);
      return [type, textsIn(parts.get(name) ?? "")];
    }),
  );
}

test("everybody is in the file once, in their order, each in a section that counts its pages from 1", async () => {
  const xml = main(await fill(paragraph("姓名{姓名}") + table(row("{姓名}")) + paragraph("末") + SECTION));
  expect(textsIn(xml)).toEqual(everybody.flatMap((one) => [`姓名${one}`, one, "末"]));
  const sections = sectionsIn(xml);
  expect(sections).toHaveLength(3);
  for (const one of sections) expect(one).toMatch(/<w:pgSz .*<w:pgNumType w:start="1"\/>/u);
  expect(xml).toMatch(/<\/w:sectPr><\/w:body>/u);
});

test("a copy ends in its own last paragraph, so that no empty page follows; behind a table one without height is added", async () => {
  const inParagraph = main(await fill(`<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run("{姓名}")}</w:p>${SECTION}`));
  expect(inParagraph.match(/<w:p>/gu)).toHaveLength(3);
  expect(inParagraph.match(/<w:jc w:val="center"\/><w:sectPr>/gu)).toHaveLength(2);
  const behindTable = main(await fill(table(row("{姓名}")) + SECTION));
  expect(behindTable.match(/<w:spacing [^>]*w:line="20"[^>]*\/>/gu)).toHaveLength(3);
});

test("sections of the template stay; one that went on on the same page begins a new one in later copies", async () => {
  const inner = '<w:p><w:pPr><w:sectPr><w:type w:val="continuous"/><w:cols w:num="2"/></w:sectPr></w:pPr></w:p>';
  const xml = main(await fill(paragraph("{姓名}") + inner + paragraph("末") + SECTION));
  const sections = sectionsIn(xml);
  expect(sections).toHaveLength(6);
  expect(sections.map((one) => one.includes("w:cols"))).toEqual([true, false, true, false, true, false]);
  expect(sections.map((one) => one.includes("continuous"))).toEqual([true, false, false, false, false, false]);
});

test("a header that names a person is one a person; one that names nobody is shared", async () => {
  const section = '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:pgSz w:w="1" w:h="2"/></w:sectPr>';
  const parts = await fill(paragraph("{姓名}") + section, paragraph("{姓名}的表"));
  const ids = sectionsIn(main(parts)).map((one) => /r:id="([^"]*)"/u.exec(one)?.[1] ?? "");
  const relationships = parts.get("word/_rels/document.xml.rels") ?? "";
  const targets = ids.map((id) => new RegExp(`Id="${id}"[^>]*Target="/?(?:word/)?([^"]*)"`, "u").exec(relationships)?.[1] ?? "");
  expect(targets.map((target) => textsIn(parts.get(`word/${target}`) ?? ""))).toEqual(everybody.map((one) => [`${one}的表`]));
  for (const target of targets) expect(parts.get("[Content_Types].xml")).toContain(`PartName="/word/${target}"`);
  const shared = await fill(
    paragraph("{姓名}") + section,
    `${paragraph("中心")}<w:p><w:r><w:instrText>NUMPAGES</w:instrText></w:r></w:p>`,
  );
  expect([...shared.keys()].filter((name) => name.includes("header"))).toEqual(["word/header1.xml"]);
  expect(shared.get("word/header1.xml")).toContain("SECTIONPAGES");
});

test("a copy whose first section has no header begins without one, not with that of the person before", async () => {
  const cover = (properties: string) => `<w:p><w:pPr><w:sectPr>${properties}</w:sectPr></w:pPr>${run("封面{姓名}")}</w:p>`;
  const reference = (type: string) => `<w:headerReference w:type="${type}" r:id="rId1"/>`;
  const body = (first: string) =>
    `${cover(first)}${paragraph("正文")}<w:sectPr>${reference("default")}${reference("first")}<w:titlePg/></w:sectPr>`;
  const headersOf = async (first: string, header: string) => {
    const parts = await fill(body(first), paragraph(header));
    return sectionsIn(main(parts)).map((section) => headersIn(section, parts));
  };
  const full = (text: string) => ({ default: [text], first: [text] });
  const none = { default: [""], first: [""] };
  expect(await headersOf("", "页眉{姓名}")).toEqual([{}, full("页眉甲"), none, full("页眉乙"), none, full("页眉丙")]);
  expect(await headersOf("", "中心")).toEqual([{}, full("中心"), none, full("中心"), none, full("中心")]);
  expect(await headersOf(reference("first"), "页眉{姓名}")).toEqual([
    { first: ["页眉甲"] },
    full("页眉甲"),
    { default: [""], first: ["页眉乙"] },
    full("页眉乙"),
    { default: [""], first: ["页眉丙"] },
    full("页眉丙"),
  ]);
});

test("a header that the document names twice is one part of each copy", async () => {
  const section =
    '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:headerReference w:type="first" r:id="rId2"/></w:sectPr>';
  const template = await templateOf({
    body: paragraph("{姓名}") + section,
    header: paragraph("{姓名}的表"),
    parts: { "word/_rels/document.xml.rels": relationshipsTo("rId1", "rId2") },
  });
  const parts = await wordParts((await fillForm(template, "表.docx", named(...everybody))).bytes);
  const types = [...(parts.get("[Content_Types].xml") ?? "").matchAll(/PartName="([^"]*)"/gu)].map(([, name]) => name);
  expect(types.filter((name, place) => types.indexOf(name) < place)).toEqual([]);
  expect(sectionsIn(main(parts)).map((one) => headersIn(one, parts))).toEqual(
    everybody.map((one) => ({ default: [`${one}的表`], first: [`${one}的表`] })),
  );
});

test("what a document may hold once is in no copy; drawings are numbered through", async () => {
  const body = `<w:p w14:paraId="00000001"><w:bookmarkStart w:id="1" w:name="b"/>${run("{姓名}")}<w:bookmarkEnd w:id="1"/><w:r><w:drawing><wp:inline><wp:docPr id="7" name="x"/></wp:inline></w:drawing></w:r></w:p>`;
  const xml = main(await fill(body + SECTION));
  expect(xml).not.toMatch(/bookmark|paraId/u);
  expect([...xml.matchAll(/docPr id="(\d+)"/gu)].map(([, id]) => id)).toEqual(["1", "2", "3"]);
});

test("a form so large that its copies are filled in by and by has them all in their order", async () => {
  const people = ["甲", "乙", "丙", "丁", "戊"];
  const long = Array.from({ length: 1_200 }, (_, place) => paragraph(String(place * 7919).repeat(80))).join("");
  const drawing = '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="7" name="x"/></wp:inline></w:drawing></w:r></w:p>';
  const section = '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>';
  const template = await templateOf({
    body: paragraph("姓名{姓名}") + drawing + long + section,
    header: paragraph("{姓名}的表"),
  });
  const parts = await wordParts((await fillForm(template, "表.docx", named(...people))).bytes);
  const xml = main(parts);
  expect(textsIn(xml).filter((text) => text.startsWith("姓名"))).toEqual(people.map((one) => `姓名${one}`));
  expect([...xml.matchAll(/docPr id="(\d+)"/gu)].map(([, id]) => id)).toEqual(["1", "2", "3", "4", "5"]);
  const headers = [...parts].flatMap(([name, part]) => (/header[^/]*\.xml$/u.test(name) ? textsIn(part) : []));
  expect(headers).toEqual(people.map((one) => `${one}的表`));
  expect(new Set(sectionsIn(xml).map((one) => /r:id="([^"]*)"/u.exec(one)?.[1])).size).toBe(people.length);
});

test("one person alone gets the template's own sections", async () => {
  const { bytes } = await fillForm(await templateOf({ body: paragraph("{姓名}") + SECTION }), "表.docx", named("甲"));
  expect(await bodyTexts(bytes)).toEqual(["甲"]);
  expect(main(await wordParts(bytes))).toContain(SECTION);
});
