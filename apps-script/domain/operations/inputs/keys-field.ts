import { listed } from "../../snapshot/listed";
import * as say from "../../wording/inputs";
import type { Answer, Field, World } from "./field";

/** Rows as they are called, parted by 、; their keys, each once. A file names none. */
export function keys(
  face: { readonly title: string; readonly note: string },
  meant: (written: readonly string[], world: World) => Answer<readonly string[]>,
): Field<readonly string[]> {
  return {
    ...face,
    kind: "text",
    isRequired: true,
    isMany: true,
    choices: null,
    read: ({ texts, file }) => {
      if (file !== null) return { wrong: { given: file.file, message: say.noFileHere, possible: [] } };
      return { meant: (world) => meant(texts.flatMap(listed), world) };
    },
    write: (found) => found,
  };
}
