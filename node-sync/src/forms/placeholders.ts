import { nearOnes } from "../../../apps-script/domain/naming/near-names";
import { FORM_FIELDS, type FormField, fieldForm, fieldNamed } from "../../../apps-script/domain/views/forms/fields";
import { LIST_NAMES } from "../wording/forms";
import { unescapeXml } from "../xlsx/patch/xml-scan";
import { type Paragraph, type Piece, paragraphsIn, type Row } from "./paragraphs";

/** Where something stands in a form, for people. */
export interface FormPlace {
  readonly part: "body" | "header" | "footer";
  /** Page breaks before it. */
  readonly breaks: number;
  /** What is written around it. */
  readonly near: string;
}

/** Something in braces, `[start, end)` in pieces of the part. */
export interface Placeholder {
  readonly kind: "field" | "list-begin" | "list-end";
  /** `null` for the ends of a list. */
  readonly field: FormField | null;
  readonly written: string;
  readonly pieces: readonly Piece[];
  readonly row: Row | null;
  readonly at: FormPlace;
}

/** Braces that name nothing, or are not closed: they stay as they are. */
export interface Oddity {
  readonly kind: "unknown" | "unpaired";
  readonly written: string;
  /** Names that may be meant. */
  readonly near: readonly string[];
  readonly at: FormPlace;
}

export interface Found {
  readonly placeholders: readonly Placeholder[];
  readonly oddities: readonly Oddity[];
}

/** `{姓名}`, `{{姓名}}`, `｛姓名｝` and `【姓名】`; of the last kind a heading may be, too. */
const BRACED = /[{｛]{1,2}([^{}｛｝]{1,60})[}｝]{1,2}|【([^【】]{1,60})】/gu;
const SHOWN = 12;

/** What stands in braces in a part, in the order of its text, however programs have cut it into pieces. */
export function placeholdersIn(xml: string, part: FormPlace["part"]): Found {
  const placeholders: Placeholder[] = [];
  const oddities: Oddity[] = [];
  let before = "";
  for (const paragraph of paragraphsIn(xml)) {
    const text = paragraph.pieces.map(({ start, end }) => xml.slice(start, end)).join("");
    const shown = unescapeXml(text).trim();
    const isAlone = /^[{｛【][^{}｛｝【】]*[}｝】]$/u.test(shown);
    const at: FormPlace = {
      part,
      breaks: paragraph.breaks,
      near: shortened(isAlone && before !== "" ? `${before} ${shown}` : shown),
    };
    takeParagraph(paragraph, text, at, { placeholders, oddities });
    if (shown !== "") before = shown;
  }
  return { placeholders: placeholders.sort((a, b) => startOf(a) - startOf(b)), oddities };
}

const startOf = ({ pieces }: Placeholder): number => pieces[0]?.start ?? 0;

const shortened = (text: string): string => (text.length > 2 * SHOWN ? `${text.slice(0, 2 * SHOWN)}…` : text);

interface Gathered {
  readonly placeholders: Placeholder[];
  readonly oddities: Oddity[];
}

function takeParagraph(paragraph: Paragraph, text: string, at: FormPlace, { placeholders, oddities }: Gathered): void {
  let rest = text;
  for (const match of text.matchAll(BRACED)) {
    const [written, braced, bracketed] = match;
    const name = unescapeXml(braced ?? bracketed ?? "");
    const meant = meantBy(name);
    rest = rest.replace(written, "");
    if (meant !== null) {
      const pieces = piecesOf(paragraph.pieces, match.index, match.index + written.length);
      placeholders.push({ ...meant, written: unescapeXml(written), pieces, row: paragraph.row, at });
      continue;
    }
    const near = nearNames(name);
    if (braced !== undefined || near.length > 0) oddities.push({ kind: "unknown", written: unescapeXml(written), near, at });
  }
  const unpaired = /[{}｛｝].{0,10}/su.exec(unescapeXml(rest))?.[0];
  if (unpaired !== undefined) oddities.push({ kind: "unpaired", written: unpaired, near: [], at });
}

function meantBy(name: string): Pick<Placeholder, "kind" | "field"> | null {
  const form = fieldForm(name);
  const [, sign, list = ""] = /^([#/])(.*)$/u.exec(form) ?? [];
  if (sign === "#" && LIST_NAMES.includes(list)) return { kind: "list-begin", field: null };
  if (sign === "/" && (list === "" || LIST_NAMES.includes(list))) return { kind: "list-end", field: null };
  const field = fieldNamed(name);
  return field === null ? null : { kind: "field", field };
}

/** Names one slip away, else those that hold what is written, or are held by it. */
function nearNames(name: string): readonly string[] {
  const form = fieldForm(name);
  const near = nearOnes(form, FORM_FIELDS, ({ names }) => names.map(fieldForm));
  const isLike = (known: string): boolean => form.length > 1 && (known.includes(form) || form.includes(known));
  const like = near.length > 0 ? near : FORM_FIELDS.filter(({ names }) => names.some(isLike)).slice(0, 3);
  return like.flatMap(({ names }) => names.find((one) => isLike(one)) ?? names[0] ?? []);
}

/** The part of the pieces that holds `[from, to)` of their joined text. */
function piecesOf(pieces: readonly Piece[], from: number, to: number): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const { start, end } of pieces) {
    const [first, last] = [Math.max(from, at), Math.min(to, at + end - start)];
    if (first < last) found.push({ start: start + first - at, end: start + last - at });
    at += end - start;
  }
  return found;
}
