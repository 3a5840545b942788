import { stat } from "node:fs/promises";
import { sizeOf } from "../../../apps-script/domain/changes/change-set";
import { checkIn } from "../../../apps-script/domain/operations/desk/check-in";
import { perform } from "../../../node-sync/src/perform";
import { BookMemory } from "../../../node-sync/src/xlsx/book-memory";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { BENCH_DAY, peopleAhead } from "../data/book";
import { argument, report } from "./report";

const HEAD = { time: `${BENCH_DAY}T09:00:00+08:00`, clerk: "演示", source: "命令行" } as const;

/**
 * One check-in after the other, each written in the file, in a process that holds the workbook: `workbook enrolments times`. The
 * first ones, in which the process warms up, are not counted: `ms` and `cpuMs` are the medians of the others. `growth` is what
 * one makes the file grow by, the first included.
 */
void report(async () => {
  const [path, enrolments, times] = [argument(0), Number(argument(1)), Number(argument(2))];
  const memory = new BookMemory();
  const before = (await stat(path)).size;
  const samples: { readonly ms: number; readonly cpuMs: number }[] = [];
  let changes = 0;
  for (const people of peopleAhead(enrolments).slice(0, times)) {
    const input = { people, papers: "全部", method: "现金", reason: "测速" };
    const operation = checkIn.bind(input);
    if ("problems" in operation) throw new Error(operation.problems.map(({ message }) => message).join("\n"));
    const [begin, cpu] = [performance.now(), process.cpuUsage()];
    const receipt = await perform(new XlsxHost(path, memory), operation, { today: BENCH_DAY, head: HEAD });
    const { user, system } = process.cpuUsage(cpu);
    samples.push({ ms: performance.now() - begin, cpuMs: (user + system) / 1000 });
    changes += sizeOf(receipt.changes);
  }
  const counted = samples.slice(Math.min(10, Math.floor(times / 2)));
  const middle = (values: readonly number[]): number =>
    [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  return {
    one: middle(counted.map(({ ms }) => ms)),
    oneCpu: middle(counted.map(({ cpuMs }) => cpuMs)),
    growth: ((await stat(path)).size - before) / samples.length,
    changes,
  };
});
