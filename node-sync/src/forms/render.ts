import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import type { FormValues } from "../../../apps-script/domain/views/forms/fields";
import { refusal } from "../refusal";
import * as say from "../wording/forms";
import { type FormPlan, OR_LINE, PEOPLE } from "./form-plan";
import type { Placeholder } from "./placeholders";
import { DELIMITERS } from "./tagged-markup";

/** What is rendered: values of the whole form, and of each person in the list. */
export interface RenderData {
  readonly whole: FormValues;
  readonly people: readonly FormValues[];
}

const CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const KIND_OF_PART = { body: "document.main", header: "header", footer: "footer" } as const;
export type PartKind = keyof typeof KIND_OF_PART;

/** A part with its tags. */
export interface TaggedPart {
  readonly name: string;
  readonly kind: PartKind;
  readonly xml: string;
}

/**
 * The parts with the values in place of the tags, by name. They go through a package of their own, in which there is nothing else.
 *
 * @throws {Refusal} `not-possible` with a sentence for each reason that the renderer has
 */
export function rendered(parts: readonly TaggedPart[], data: RenderData, plan: FormPlan): ReadonlyMap<string, string> {
  const zip = packageOf(parts);
  try {
    new Docxtemplater(zip, {
      delimiters: DELIMITERS,
      paragraphLoop: true,
      linebreaks: true,
      stripInvalidXMLChars: true,
      errorLogging: false,
      parser: (name) => ({ get: (scope: Scope) => valueIn(scope, name) }),
      nullGetter: () => "",
    }).render({ ...clean(data.whole), [PEOPLE]: data.people.map(clean) });
  } catch (error) {
    throw refusal("not-possible", reasonsIn(error, plan));
  }
  return new Map(parts.map(({ name }) => [name, zip.file(name)?.asText() ?? ""]));
}

type Scope = Readonly<Record<string, string | readonly FormValues[]>>;

function valueIn(scope: Scope, name: string): string | readonly unknown[] | undefined {
  const isOrLine = name.endsWith(OR_LINE);
  const value = scope[isOrLine ? name.slice(0, -OR_LINE.length) : name];
  return isOrLine && value === "" ? say.LINE : value;
}

/** Characters that no XML text may hold (XML 1.0, 2.2), and line ends of every system. */
function clean(values: FormValues): FormValues {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    value.replace(/\r\n?|\v|\f/gu, "\n").replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu, ""),
  ]);
  return Object.fromEntries(entries) as FormValues;
}

function packageOf(parts: readonly TaggedPart[]): PizZip {
  const zip = new PizZip();
  const overrides = parts.map(
    ({ name, kind }) => `<Override PartName="/${name}" ContentType="${CONTENT_TYPE}.${KIND_OF_PART[kind]}+xml"/>`,
  );
  zip.file(
    "[Content_Types].xml",
    `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`,
  );
  for (const { name, xml } of parts) zip.file(name, xml);
  return zip;
}

/** The renderer's errors are in English, for programmers; each has the tag that it is about. */
function reasonsIn(error: unknown, plan: FormPlan): readonly string[] {
  const { properties } = error as { readonly properties?: RendererProblem };
  if (properties === undefined) throw error;
  const all = properties.errors?.flatMap((one) => one.properties ?? []) ?? [properties];
  return [...new Set(all.map(({ id, xtag }) => say.notRendered(placeholderOf(xtag ?? "", plan), id ?? "")))];
}

interface RendererProblem {
  readonly id?: string;
  readonly xtag?: string;
  readonly errors?: readonly { readonly properties?: RendererProblem }[];
}

/** The placeholder that a tag stands for: of the list, where it begins. */
function placeholderOf(name: string, { parts }: FormPlan): Placeholder | null {
  const all = [...parts.values()].flat();
  return all.find(({ tags }) => tags.some((one) => one.replace(/^(?:#|-w:tr )/u, "") === name))?.placeholder ?? null;
}
