import { mkdir } from "node:fs/promises";
import { writeExchange } from "../data/exchange";
import { writeHostile } from "../data/hostile";
import { writeCentreBook, writeUnitFiles, writeWideBook } from "../data/workbooks";
import { argument, report } from "./report";

/**
 * Writes a data set: `centre path enrolments`, `wide path rows columns`, `units folder files rows`, `exchange folder units people`,
 * `hostile folder`.
 */
void report(async () => {
  const path = argument(1);
  const count = Number(process.argv[4]);
  switch (argument(0)) {
    case "centre":
      await writeCentreBook(path, count);
      break;
    case "wide":
      await writeWideBook(path, count, Number(argument(3)));
      break;
    case "exchange":
      await writeExchange(path, count, Number(argument(3)));
      break;
    case "hostile":
      await writeHostile(path);
      break;
    default:
      await mkdir(path, { recursive: true });
      await writeUnitFiles(path, count, Number(argument(3)));
  }
  return {};
});
