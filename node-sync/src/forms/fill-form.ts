import type { FormValues } from "../../../apps-script/domain/views/forms/fields";
import type { FormView } from "../../../apps-script/domain/views/forms/form-view";
import { refusal } from "../refusal";
import * as say from "../wording/forms";
import { unbound } from "./copies";
import { fillEach } from "./fill-each";
import { type FormKind, type FormPlan, planOf } from "./form-plan";
import { type Found, type Oddity, placeholdersIn } from "./placeholders";
import { rendered, type TaggedPart } from "./render";
import { taggedMarkup } from "./tagged-markup";
import { type FormPart, openWordFile, type WordFile } from "./word-file";

/** Bytes of markup in all that a filled form may have. */
const MOST_FILLED = 100 * 1024 * 1024;

/** A form as it was filled in. */
export interface FilledForm {
  readonly bytes: Buffer;
  readonly kind: FormKind;
  /** People in it. */
  readonly people: number;
  readonly oddities: readonly Oddity[];
  /** Pages of the template, `null` where it does not tell. */
  readonly pages: number | null;
}

/**
 * Fills a template of the centre's own: its layout stays as it is.
 *
 * @param label its file name, for sentences
 * @throws {UnreadableFile} a template that can't be read
 * @throws {Refusal} `not-possible`: no placeholder in it, nobody to fill it for, a list that does not fit
 */
export async function fillForm(template: Buffer, label: string, view: FormView): Promise<FilledForm> {
  const file = await openWordFile(template, label);
  const parts = [file.main, ...file.edges];
  const found = new Map(parts.map((part) => [part.name, placeholdersIn(part.xml, part.kind)] as const));
  const placeholders = [...found].map(([name, { placeholders: all }]) => [name, all] as const);
  if (placeholders.every(([, all]) => all.length === 0))
    throw refusal("not-possible", [say.noPlaceholders(label), ...odd(found).map((one) => say.oddity(one, file.pages))]);
  const plan = planOf(new Map(placeholders), view.wholeGroups);
  if (plan.kind !== "once" && view.people.length === 0) throw refusal("not-possible", say.nobody);
  refuseTooMany(parts, plan, view, label);
  await fill(file, plan, view);
  return {
    bytes: await file.package.pack(),
    kind: plan.kind,
    people: plan.kind === "once" ? 0 : view.people.length,
    oddities: odd(found),
    pages: file.pages,
  };
}

const odd = (found: ReadonlyMap<string, Found>): readonly Oddity[] => [...found.values()].flatMap(({ oddities }) => oddities);

function refuseTooMany(parts: readonly FormPart[], { kind }: FormPlan, { people }: FormView, label: string): void {
  const size = parts.reduce((sum, { xml }) => sum + xml.length, 0);
  const most = Math.floor(MOST_FILLED / size);
  if (kind !== "once" && people.length > most) throw refusal("too-large", say.tooManyPeople(label, people.length, most));
}

async function fill(file: WordFile, plan: FormPlan, { whole, people }: FormView): Promise<void> {
  const tagged = (part: FormPart): TaggedPart => ({
    ...part,
    xml: unbound(taggedMarkup(part.xml, plan.parts.get(part.name) ?? [])),
  });
  const [only, ...more] = people;
  if (plan.kind === "each" && more.length > 0) return fillEach(file, tagged, plan, { whole, people });
  const values: FormValues = plan.kind === "each" && only ? only : whole;
  const filled = [file.main, ...file.edges].filter(({ name }) => (plan.parts.get(name) ?? []).length > 0);
  for (const [name, xml] of rendered(filled.map(tagged), { whole: values, people }, plan)) file.package.write(name, xml);
}
