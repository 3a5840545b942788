import { argument, report } from "./report";

/** `anpei init --from` on two workbooks: lock, read, decide, write the new one, mark the old one. */
void report(async () => {
  const { rollBook } = await import("../../../node-sync/src/next-year/roll");
  const head = { time: "2024-12-20T09:00:00+08:00", clerk: "演示", source: "命令行" } as const;
  const { bookFiles } = await import("../../../node-sync/src/next-year/book-files");
  const books = bookFiles({ from: argument(0), to: argument(1) });
  const { report: said } = await rollBook(books, 2025, { today: "2024-12-20", head });
  return { carried: said.carried };
});
