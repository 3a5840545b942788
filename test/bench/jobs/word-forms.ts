import { readFile, writeFile } from "node:fs/promises";
import { FORM_FIELDS, type FormValues } from "../../../apps-script/domain/views/forms/fields";
import { fillForm } from "../../../node-sync/src/forms/fill-form";
import { argument, report } from "./report";

/** Fills a form for so many people into one file: `template people out`. */
void report(async () => {
  const [template, people, out] = [argument(0), Number(argument(1)), argument(2)];
  const valuesOf = (place: number): FormValues =>
    Object.fromEntries(FORM_FIELDS.map(({ id }) => [id, `${id}${place}`])) as unknown as FormValues;
  const filled = await fillForm(await readFile(template), "表.docx", {
    class: null,
    unit: null,
    whole: valuesOf(0),
    wholeGroups: ["centre"],
    people: Array.from({ length: people }, (_, place) => valuesOf(place + 1)),
    repeated: 0,
  });
  await writeFile(out, filled.bytes);
  return { people: filled.people, bytes: filled.bytes.length };
});
