import type { ImportPlaces } from "../../node-sync/src/exchange/held-import";
import { LocalAnswers } from "../../node-sync/src/exchange/sync/local-answers";
import { XlsxHost } from "../../node-sync/src/xlsx/xlsx-host";

/** What an import into a local workbook works on. */
export const importPlaces = (book: string): ImportPlaces => ({ host: new XlsxHost(book), answers: new LocalAnswers(book) });
