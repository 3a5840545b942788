// Prints the text of each page of the PDFs that it is given, as JSON. The reader is an ES module, which jest can't load.

import { readFile } from "node:fs/promises";
import { extractText, getDocumentProxy } from "unpdf";

const texts = [];
for (const path of process.argv.slice(2)) {
  const pdf = await getDocumentProxy(new Uint8Array(await readFile(path)));
  texts.push((await extractText(pdf, { mergePages: false })).text);
}
console.log(JSON.stringify(texts));
