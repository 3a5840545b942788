import { FORM_FIELDS } from "../../apps-script/domain/views/forms/fields";
import { FIELD_GROUPS } from "../../apps-script/domain/wording/form-fields";

/** The placeholders of Word forms as the staff's manual lists them. */
export const FORM_FIELD_HEAD = "| 可以填 | 也可以写成 | 是谁的 |";

export const formFieldTable = (): string =>
  [
    FORM_FIELD_HEAD,
    "|---|---|---|",
    ...FORM_FIELDS.map(
      ({ of, names: [name = "", ...others] }) => `| \`{${name}}\` | ${others.join("、")} | ${FIELD_GROUPS[of]} |`,
    ),
  ].join("\n");
