import { UsageError } from "../refusal";
import * as say from "../wording/do";

/** What stands after `do ID`: the texts of each field, in their order. */
type FieldTexts = Readonly<Record<string, readonly string[]>>;

/**
 * `--amount 300 --people 王某 李某` and `--amount=300`. A value may begin with one dash; one that begins with two is written with
 * `=`.
 */
export function fieldTexts(words: readonly string[]): FieldTexts {
  const fields: Record<string, string[]> = {};
  let now: string[] | null = null;
  for (const word of words) {
    const [, name, , value] = /^--([^=]+)(=(.*))?$/su.exec(word) ?? [];
    if (name === undefined) {
      if (now === null) throw new UsageError(say.looseWord(word));
      now.push(word);
      continue;
    }
    now = fields[name] ?? [];
    fields[name] = now;
    if (value !== undefined) now.push(value);
  }
  return fields;
}
