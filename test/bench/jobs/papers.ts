import { contextOf } from "../../../apps-script/domain/rules/context";
import { PAPERS_TO_PRINT } from "../../../apps-script/domain/views/papers/papers";
import { paperPage } from "../../../node-sync/src/print/paper-page";
import { PRINTED_CLASS, PRINTED_ON, printedBook } from "../../support/printing/printed-book";
import { argument, report } from "./report";

const LISTS = ["class-list", "sign-in", "certificate-receipt"];

/** Milliseconds of each of three lists of one class, from the workbook as it was read to the file: people of the class. */
void report(async () => {
  const book = printedBook(Number(argument(0)));
  const times: Record<string, number> = {};
  for (const kind of PAPERS_TO_PRINT.filter(({ id }) => LISTS.includes(id))) {
    const make = kind.bind({ class: PRINTED_CLASS });
    if ("problems" in make) throw new Error(kind.id);
    const begin = performance.now();
    paperPage(make(book, contextOf(book, PRINTED_ON)), false);
    times[kind.id] = performance.now() - begin;
  }
  return times;
});
