import { BENCH_DAY } from "../data/book";
import { argument, report } from "./report";

/** `anpei run all` on the workbook: lock, read, decide, write. */
void report(async () => {
  const [{ perform }, { XlsxHost }, { operationOf }, { ALL_TITLE, runAll }, { sizeOf }] = await Promise.all([
    import("../../../node-sync/src/perform"),
    import("../../../node-sync/src/xlsx/xlsx-host"),
    import("../../../apps-script/domain/operations/operation"),
    import("../../../apps-script/domain/rules/actions"),
    import("../../../apps-script/domain/changes/change-set"),
  ]);
  const head = { time: `${BENCH_DAY}T09:00:00+08:00`, clerk: "演示", source: "命令行" } as const;
  const { changes } = await perform(new XlsxHost(argument(0)), operationOf("all", ALL_TITLE, runAll), { today: BENCH_DAY, head });
  return { changes: sizeOf(changes), findings: changes.findings.length };
});
