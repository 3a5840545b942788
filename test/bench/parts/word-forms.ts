import { join } from "node:path";
import { interleave, type Job, median, root, runJob, type Sample } from "../measure";
import { count, type Plan } from "../plan";
import { memory, number, type Row, rowOf } from "../table";

/** A class larger than any: milliseconds by the clock and MB, with the start of what fills the form. */
const PEOPLE = 400;
const GOALS = { ms: 3_000, mb: 300 };
/** A page a person, and a list of them. */
const FORMS = ["单位推荐表", "报名登记表", "开班备案表"];

/** The centre's own Word forms, filled for a whole class. */
export async function wordForms(plan: Plan): Promise<Row[]> {
  const jobs = FORMS.map((form): Job => {
    const [template, out] = [join(root, "templates", `${form}.docx`), join(plan.folder, `${form}.docx`)];
    return { name: form, run: () => runJob(plan.folder, "word-forms", template, PEOPLE, out) };
  });
  const samples = await interleave(jobs, plan.rounds);
  return FORMS.map((form) => {
    const of: readonly Sample[] = samples.get(form) ?? [];
    const marks = [number("ms", median(of.map(({ ms }) => ms)), GOALS.ms), memory(of, GOALS.mb)];
    return rowOf(`${count(PEOPLE)} people`, form, of, marks);
  });
}
