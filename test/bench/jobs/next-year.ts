import { argument, report } from "./report";

/** `anpei init --from` on two workbooks: lock, read, decide, write the new one, mark the old one. */
void report(async () => {
  const { rollBook } = await import("../../../node-sync/src/next-year/roll");
  const head = { time: "2024-12-20T09:00:00+08:00", clerk: "演示", source: "命令行" } as const;
  const way = { from: argument(0), to: argument(1), year: 2025 };
  const { report: said } = await rollBook(way, { today: "2024-12-20", head });
  return { carried: said.carried };
});
