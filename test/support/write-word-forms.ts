import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { WORD_FORMS } from "./word-forms/forms";

/** `npm run templates`: the Word forms of `templates/`. */
const folder = resolve(__dirname, "../../templates");

async function writeForms(): Promise<void> {
  for (const [name, form] of Object.entries(WORD_FORMS)) await writeFile(join(folder, name), await form());
}

void writeForms();
