import type { Columns } from "../../apps-script/domain/schema/column";
import { ROSTER } from "../../apps-script/domain/schema/roster";

/**
 * Unit columns of every kind, as a later schema may bring them: entries of 名册 and nothing else. Import this before
 * anything that reads the schema.
 */
export const ADDED = {
  note2: { title: "备注2", owner: "unit", kind: "text", alike: "shared" },
  bootSize: { title: "鞋号（码）", owner: "unit", kind: "number", needed: true },
  hiredOn: { title: "入职日期", owner: "unit", kind: "day" },
  shift: { title: "班组", owner: "unit", kind: "choice", allowed: ["早班", "晚班"] },
  insurance: { title: "保险单号", owner: "unit", kind: "id" },
} as const satisfies Columns;

Object.assign(ROSTER.columns, ADDED);
