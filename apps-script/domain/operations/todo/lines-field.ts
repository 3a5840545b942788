import type { Field } from "../inputs/field";
import { keys } from "../inputs/keys-field";

/** Lines of 待办 by 编号; whether they are there is seen once 待办 is brought up to date. */
export function linesField(face: { readonly title: string; readonly note: string }): Field<readonly string[]> {
  return keys(face, (written) => ({ value: [...new Set(written)] }));
}
