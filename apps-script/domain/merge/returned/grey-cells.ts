import { cutTo } from "../../snapshot/text-length";
import { textOf, type Value } from "../../snapshot/value";
import type { UnitSentence } from "../../wording/audience";
import * as say from "../../wording/exchange";
import { type GreyCell, greyForm } from "./read-rows";

/** A grey cell that a unit has changed, and what it is told of that. */
interface GreyChange extends GreyCell {
  readonly reason: UnitSentence;
}

type Values = Readonly<Record<string, Value>>;

/** How much of a cell a sentence quotes. */
const LONGEST_QUOTE = 60;

/**
 * The grey cells that say none of what is known of them: what they were sent with, and what 名册 says by now. What is not
 * known plays no part, so that nobody learns of it by guessing.
 *
 * @param known `null` for what the sender must not learn of, or nobody knows
 */
export function greyChanges(grey: readonly GreyCell[], known: readonly (Values | null | undefined)[]): GreyChange[] {
  const believed = known.flatMap((values) => (values ? [values] : []));
  return grey.flatMap((cell) => {
    const values = believed.map((one) => one[cell.name] ?? null);
    if (values.some((value) => greyForm(cell.name, cell.raw) === greyForm(cell.name, value))) return [];
    const [sent] = values;
    const written = cutTo(textOf(cell.raw), LONGEST_QUOTE);
    return [{ ...cell, reason: say.greyChanged(cell.title, sent === undefined ? null : textOf(sent), written) }];
  });
}
