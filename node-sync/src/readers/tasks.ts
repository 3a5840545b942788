import { copyIn } from "../exchange/copy-mark";
import { readIncoming } from "../exchange/read-incoming";
import { replyIn } from "../exchange/reply-mark";
import { kindOfFile } from "../files/kind-of-file";
import { readPlanFile } from "../files/read-plan-file";
import { readTableFile } from "../files/read-table-file";

/** What a reader can be asked about a file that somebody else may have made. Whatever goes in and comes out is plain data. */
const TASKS = {
  /** A file that a unit sent. */
  incoming: readIncoming,
  /** Any table. */
  table: (path: string) => readTableFile(path),
  plan: readPlanFile,
  /** What a file is by what it holds. */
  kind: kindOfFile,
  /** What a file is that lies where a reply to a list goes. */
  reply: replyIn,
  /** What a file is that lies where a unit's marked copy goes. */
  copy: copyIn,
} as const;

export type Tasks = typeof TASKS;
export type TaskName = keyof Tasks;
export type Given<K extends TaskName> = Parameters<Tasks[K]>;
export type Result<K extends TaskName> = Awaited<ReturnType<Tasks[K]>>;

const runs: { readonly [K in TaskName]: (...given: Given<K>) => Promise<Result<K>> } = TASKS;

/** Runs a task where the caller is. @throws what the task throws */
export function runTask<K extends TaskName>(task: K, given: Given<K>): Promise<Result<K>> {
  return runs[task](...given);
}
