import { listed } from "../../snapshot/listed";
import * as say from "../../wording/inputs";
import type { Field } from "../inputs/field";
import { always } from "../inputs/field";

/** Lines of 待办 by 编号; whether they are there is seen once 待办 is brought up to date. */
export function linesField(face: { readonly title: string; readonly note: string }): Field<readonly string[]> {
  return {
    ...face,
    kind: "text",
    isRequired: true,
    isMany: true,
    choices: null,
    read: ({ texts, file }) => {
      if (file !== null) return { wrong: { given: file.file, message: say.noFileHere, possible: [] } };
      return always([...new Set(texts.flatMap(listed))]);
    },
    write: (lines) => lines,
  };
}
