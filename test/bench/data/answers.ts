import { UNIT_COLUMNS, type UnitColumn } from "../../../apps-script/domain/schema/unit-columns";
import { inflateEntry, readEntries } from "../../../node-sync/src/xlsx/patch/zip-read";
import { packEntry, writeZip } from "../../../node-sync/src/xlsx/patch/zip-write";
import { randomOf, two } from "./random";

const LIST = "xl/worksheets/sheet1.xml";
const STRINGS = "xl/sharedStrings.xml";
/** The changes of a unit, of all its cells. */
const CHANGED = 0.03;

/** What a unit writes into a cell that it changes: new texts, new days. */
const NEW: { readonly [C in UnitColumn]?: (random: () => number) => string | number } = {
  mobile: (random) => `1991${String(Math.floor(random() * 1e7)).padStart(7, "0")}`,
  post: (random) => (random() < 0.5 ? "主要负责人" : "安全生产管理人员"),
  education: (random) => ["初中", "高中", "中专", "大专", "本科", "研究生"][Math.floor(random() * 6)] ?? "",
  certificate: (random) => `37${two(1 + Math.floor(random() * 12))}${Math.floor(random() * 1e9)}`,
  validUntil: (random) => 45_350 + Math.floor(random() * 300),
  note: (random) => `要求安排在第${1 + Math.floor(random() * 8)}期，联系${Math.floor(random() * 1e6)}`,
};
const SHARE = (CHANGED * UNIT_COLUMNS.length) / Object.keys(NEW).length;

/** A file of ours as a unit sends it back: some cells changed, saved as spreadsheet programs save, all texts in one list. */
export async function answered(file: Buffer, seed: number): Promise<Buffer> {
  const entries = readEntries(file);
  const textOf = async (name: string): Promise<string> => {
    const entry = entries.find((one) => one.name === name);
    return entry ? (await inflateEntry(entry)).toString("utf8") : "";
  };
  const strings = new Strings(await textOf(STRINGS));
  const list = changed(await textOf(LIST), randomOf(seed + 60_000_000), strings);
  const made = new Map([
    [LIST, list],
    [STRINGS, strings.part()],
  ]);
  const packed = entries.map((entry) => {
    const text = made.get(entry.name);
    return text === undefined ? entry : packEntry(entry.name, Buffer.from(text), entry);
  });
  return writeZip(await Promise.all(packed));
}

/** The list with cells of its people changed, and every text a number in `strings`. */
function changed(xml: string, random: () => number, strings: Strings): string {
  const cell = (
    _all: string,
    letter: string,
    at: string,
    style: string,
    content: string | undefined,
    isPerson: boolean,
  ): string => {
    const make = isPerson && random() < SHARE ? NEW[UNIT_COLUMNS[letter.charCodeAt(0) - 66] ?? "name"] : undefined;
    const before = content === undefined ? null : (/<t[^>]*>(.*)<\/t>/su.exec(content)?.[1] ?? null);
    const value = make ? make(random) : before;
    const head = `<c r="${letter}${at}"${style}`;
    if (typeof value === "number") return `${head}><v>${value}</v></c>`;
    if (value !== null) return `${head} t="s"><v>${strings.place(value)}</v></c>`;
    return content === undefined ? `${head}/>` : `${head}>${content}</c>`;
  };
  return xml.replace(/<row r="(\d+)".*?<\/row>/gsu, (row, number: string) => {
    const isPerson = Number(number) > 2 && /<c r="A\d+"[^>]*inlineStr/u.test(row);
    return row.replace(
      /<c r="([A-Z]+)(\d+)"((?: s="\d+")?)(?:\/>|(?: t="inlineStr")?>(.*?)<\/c>)/gsu,
      (all, letter: string, at: string, style: string, content?: string) => cell(all, letter, at, style, content, isPerson),
    );
  });
}

/** The texts of a workbook, each once; XML as it stands in the parts. */
class Strings {
  private readonly head: string;
  private readonly items: string[];
  private readonly places = new Map<string, number>();

  constructor(part: string) {
    this.items = part.match(/<si>.*?<\/si>/gsu) ?? [];
    this.head = part.slice(0, part.indexOf("<si>"));
  }

  place(text: string): number {
    const known = this.places.get(text);
    if (known !== undefined) return known;
    const place = this.items.push(`<si><t xml:space="preserve">${text}</t></si>`) - 1;
    this.places.set(text, place);
    return place;
  }

  part(): string {
    const count = this.items.length;
    return `${this.head.replace(/ count="\d+" uniqueCount="\d+"/u, ` count="${count}" uniqueCount="${count}"`)}${this.items.join("")}</sst>`;
  }
}
