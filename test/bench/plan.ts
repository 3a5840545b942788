import { access, mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { runJob, type Sample } from "./measure";

/** How much to measure, and where the bundled jobs and the data are. */
export interface Plan {
  readonly folder: string;
  readonly rounds: number;
  readonly quick: boolean;
  /** Enrolments of parts (a) and (b), when not the usual ones. */
  readonly sizes?: readonly number[];
}

/** The data sets: workbooks, and folders of files. */
const ENDINGS = { centre: ".xlsx", wide: ".xlsx", units: "", exchange: "", hostile: "" } as const;

/** A data set, made the first time that it is asked for. */
export async function dataSet({ folder }: Plan, kind: keyof typeof ENDINGS, ...sizes: readonly number[]): Promise<string> {
  const name = [kind, ...(sizes.length > 0 ? [sizes.join("x")] : [])].join("-");
  const path = join(folder, "data", name + ENDINGS[kind]);
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (exists) return path;
  await mkdir(join(folder, "data"), { recursive: true });
  process.stderr.write(`  making ${name}\n`);
  await runJob(folder, "data", kind, `${path}.part`, ...sizes);
  await rename(`${path}.part`, path);
  return path;
}

/** What a job told last under a name; the same in every round. */
export function told(samples: readonly Sample[] | undefined, name: string): number | null {
  return samples?.at(-1)?.extra[name] ?? null;
}

export function count(value: number): string {
  return value.toLocaleString("en-US");
}
