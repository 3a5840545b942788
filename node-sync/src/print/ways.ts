import type { Paper } from "../../../apps-script/domain/views/papers/paper";
import { paperBook } from "./paper-book";
import { paperPage } from "./paper-page";

/** A kind of file that a paper is written as. */
export interface Way {
  readonly ending: string;
  readonly file: (paper: Paper, isSecret: boolean) => Promise<Uint8Array>;
}

/** By what `--as` calls them. */
export const WAYS = {
  html: { ending: ".html", file: async (paper, isSecret) => Buffer.from(paperPage(paper, isSecret)) },
  xlsx: { ending: ".xlsx", file: paperBook },
} satisfies Readonly<Record<string, Way>>;
