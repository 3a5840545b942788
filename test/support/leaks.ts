import { inflateEntry, readEntries } from "../../node-sync/src/xlsx/patch/zip-read";

/**
 * Everything that somebody can read out of a file: of a package every part, inflated, as it is and as text without marks,
 * so that a word that is spelled in entities or cut into runs is found too.
 */
export async function readableIn(bytes: Uint8Array): Promise<string> {
  const buffer = Buffer.from(bytes);
  if (buffer.subarray(0, 2).toString("latin1") !== "PK") return buffer.toString("utf8");
  const texts: string[] = [];
  for (const entry of readEntries(buffer)) {
    const part = (await inflateEntry(entry)).toString("utf8");
    texts.push(entry.name, part, unescaped(part.replace(WITHIN_TEXT, "").replace(/<[^>]*>/g, "\n")));
  }
  return texts.join("\n");
}

/** What parts the runs of one text. Any other mark ends it: the numbers of two cells, or of a comment's place, are no number together. */
const WITHIN_TEXT = /<(\w+:)?rPr>.*?<\/\1?rPr>|<\/?(?:\w+:)?(?:r|t|rPr|font|span|b|i|u)(?:\s[^>]*)?\/?>/gsu;

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal ? String.fromCodePoint(Number(decimal)) : (ENTITIES[name] ?? whole);
  });
}

/** 内容指纹 and seals: random digits in which any six can stand by chance, once in some twenty thousand files. */
const MARKS = /\b(?:(?=\d*[a-f])[\da-f]{28}|(?=\d*[A-Z])[\dA-HJKMNP-TV-Z]{16})\b/gu;

/** The secrets that a text holds. An asterisk stands for the hidden part of a masked number. */
export function secretsIn(text: string, secrets: Iterable<string>): string[] {
  const words = text.replace(MARKS, "");
  return [...secrets].filter((secret) => words.includes(secret));
}

/** The secrets that nobody who wrote `written` can be told anew. */
export function unwritten(secrets: Iterable<string>, written: string): string[] {
  return [...secrets].filter((secret) => !written.includes(secret.replace(/^\*/u, "")));
}

/** What gives a person away in the cells of a row: names, numbers and their last digits, notes. */
export function secretsOf(cells: Readonly<Record<string, unknown>>): string[] {
  const text = (title: string): string => String(cells[title] ?? "");
  const [id, mobile] = [text("证件号"), text("手机号")];
  const plain = ["报名编号", "姓名", "证件号", "手机号", "证书编号", "备注", "资料缺项"].map(text);
  const ends = [
    id.slice(-6),
    mobile.slice(-6),
    ...[id, mobile].flatMap((number) => (number === "" ? [] : [`*${number.slice(-4)}`])),
  ];
  return [...plain, ...ends].filter((secret) => secret.length > 1);
}
