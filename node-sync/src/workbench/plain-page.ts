import { title } from "../wording/workbench";

/** What the Internet Explorer of old shows instead of a refusal's page that is shorter. */
const SHORTEST = 600;

/** One sentence in a page that every browser shows, and nothing of the workbook. */
export function plainPage(sentence: string): string {
  const text = sentence.replace(/[&<>"]/gu, (character) => `&#${character.charCodeAt(0)};`);
  const page = `<!DOCTYPE html>\n<html lang="zh-CN"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${text}</p></html>\n`;
  return page.padEnd(SHORTEST, " ");
}
