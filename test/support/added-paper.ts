import type { Columns } from "../../apps-script/domain/schema/column";
import { PAPERS } from "../../apps-script/domain/schema/papers";

/** A paper and a check of it, as a later notice may ask for: entries of 资料 and nothing else. Import this before the rules. */
const ADDED = {
  deskHealth: { title: "报到·体检表", owner: "centre", kind: "text", paper: { stage: "desk", called: "体检表" } },
  healthSeal: {
    title: "体检表·公章",
    owner: "centre",
    kind: "text",
    paper: { stage: "desk", called: "公章", checkOf: "deskHealth" },
  },
} as const satisfies Columns;

Object.assign(PAPERS.columns, ADDED);
