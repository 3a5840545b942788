import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FORM_FIELDS, fieldNamed } from "../../../apps-script/domain/views/forms/fields";
import { fillForm } from "../../../node-sync/src/forms/fill-form";
import { viewOf } from "../../support/form-views";
import { convertWithLibreOffice } from "../../support/libreoffice";
import { WORD_FORMS } from "../../support/word-forms/forms";
import { bodyTexts, wordParts } from "../../support/word-template";

/** The Word forms of `templates/`. */

const folder = join(__dirname, "../../../templates");
const LONG = ["买买提·阿不都拉·热合曼", "𠮷龘", "甲"];
const UNIT = "烟台市牟平区养马岛示例黄金矿业集团股份有限责任公司第三采矿场分公司";
const everything = Object.fromEntries(FORM_FIELDS.map(({ id, names }) => [id, names[0] ?? ""]));
const view = viewOf(
  LONG.map((name) => ({
    ...everything,
    name,
    unit: UNIT,
    idNumber: "379999198001010024",
    mobile: "19900000001",
    post: "安全生产管理人员",
  })),
  { ...everything, class: "再培训班第二期", study: "2024年3月26日至2024年3月29日", today: "2024年3月5日", count: "3" },
);
const filled = (name: string) => fillForm(readFileSync(join(folder, name)), name, view);

test.each(Object.keys(WORD_FORMS))("%s is what `npm run templates` makes, on any day", async (name) => {
  const [stored, now] = await Promise.all([wordParts(readFileSync(join(folder, name))), WORD_FORMS[name]?.().then(wordParts)]);
  expect([...stored.keys()]).toEqual([...(now?.keys() ?? [])]);
  for (const [part, text] of now ?? []) expect({ part, isCurrent: stored.get(part) === text }).toEqual({ part, isCurrent: true });
});

const KINDS: Readonly<Record<string, readonly [kind: string, people: number]>> = {
  "报名登记表.docx": ["each", 3],
  "单位推荐表.docx": ["each", 3],
  "开班备案表.docx": ["list", 3],
  "一期一档封面与目录.docx": ["list", 3],
};

test.each(Object.entries(KINDS))("%s is filled for everybody once, and no brace is left", async (name, [kind, people]) => {
  const form = await filled(name);
  expect([form.kind, form.people, form.oddities]).toEqual([kind, people, []]);
  const texts = await bodyTexts(form.bytes);
  expect(texts.filter((text) => /[{}【】]|undefined/u.test(text))).toEqual([]);
  for (const one of LONG) expect(texts.filter((text) => text === one)).toHaveLength(1);
});

test("the notice's demands are on 单位推荐表: seal, signature with a fingerprint, day, photo, trade, post", async () => {
  const texts = (await bodyTexts(readFileSync(join(folder, "单位推荐表.docx")))).join("\n");
  for (const word of ["盖公章", "签名并按指纹", "年　　　月　　　日", "白底", "{行业类别}", "{职位}"])
    expect(texts).toContain(word);
  expect(fieldNamed("行业类别")?.id).toBe("trade");
});

const PAGES: Readonly<Record<string, number>> = {
  "报名登记表.docx": 3,
  "单位推荐表.docx": 3,
  "开班备案表.docx": 2,
  "一期一档封面与目录.docx": 3,
};

/** Both are on a PC: `soffice` with Writer, `pdftotext`. */
function canLook(): boolean {
  try {
    execFileSync("soffice", ["--version"], { stdio: "ignore" });
    execFileSync("pdftotext", ["-v"], { stdio: "ignore" });
    return convertWithLibreOffice(readFileSync(join(folder, "单位推荐表.docx")), "pdf", "docx").length > 0;
  } catch {
    return false;
  }
}

test("LibreOffice prints each person on a page of their own, with all there is to read", async () => {
  if (!canLook()) return console.warn("skipped: LibreOffice Writer (soffice) or pdftotext is not installed here");
  for (const [name, pages] of Object.entries(PAGES)) {
    const pdf = convertWithLibreOffice((await filled(name)).bytes, "pdf", "docx");
    const text = execFileSync("pdftotext", ["-raw", "-", "-"], { input: pdf, encoding: "utf8" });
    const printed = text.split("\f").slice(0, -1);
    expect([name, printed.length]).toEqual([name, pages]);
    if (pages === LONG.length && KINDS[name]?.[0] === "each")
      for (const [place, page] of printed.entries()) expect(page.replace(/\s/gu, "")).toContain(LONG[place]);
  }
}, 180_000);
