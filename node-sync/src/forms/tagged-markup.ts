import { edited } from "./elements";
import type { Tagged } from "./form-plan";

/** Around the tags that the renderer looks for. No text holds these two: Unicode assigns them to nothing, for good. */
export const DELIMITERS = { start: "\ufdd0", end: "\ufdd1" } as const;

export const tag = (name: string): string => `${DELIMITERS.start}${name}${DELIMITERS.end}`;

/** A part in which each placeholder is its tags, whole and in its first piece; what looks like a tag by accident is gone. */
export function taggedMarkup(xml: string, tagged: readonly Tagged[]): string {
  const edits = tagged.flatMap(({ placeholder, tags }) =>
    placeholder.pieces.map((piece, place) => ({ ...piece, text: place === 0 ? tags.map(tag).join("") : "" })),
  );
  return edited(xml, edits, plain);
}

const plain = (xml: string): string => xml.replace(/[\ufdd0\ufdd1]/gu, "");
