import { CLASS_KIND, POST } from "../schema/allowed";
import { kindOf, postOf } from "./aliases";
import { foldWidth } from "./canonical";

/** A post that stands outside the list, and where: `""` for the name of the sheet. */
export interface StatedPost {
  readonly text: string;
  readonly address: string;
}

/** The same of an 申报类型. */
export type StatedKind = StatedPost;

const NUMBERING = /^[(（]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．:：]/u;
const AFTER = /(?:[(（]?共?\d{1,4}人[)）]?|[(（]\d{1,4}[)）]|名单|花名册|名册|报名表|登记表|人员表|一览表|汇总表|表|类|[:：])$/u;
const LONGEST = 60;
/** What only a sheet or a line is called, never a person. */
const SHORT: ReadonlyMap<string, { readonly post: string }> = new Map([["安管", { post: POST.manager }]]);
/** A sentence, or a line for a signature: "单位主要负责人：某某". */
const NO_TITLE = /[。；;，,:：?？]|签|盖章|审|请/u;

/**
 * The post that a sheet's name, a line between people or a title names, if it names one alone; `null` for none or several.
 * An office (法人, 矿长) stays as written: which post it is has to be asked.
 */
export function statedPost(text: string, address: string): StatedPost | null {
  const bare = foldWidth(text);
  if (bare === "" || bare.length > LONGEST) return null;
  const word = withoutFrame(bare);
  const reading = SHORT.get(word) ?? postOf(word);
  if (reading !== null) return { text: "post" in reading ? reading.post : word, address };
  const named = Object.values(POST).filter((post) => bare.includes(post));
  const [only, ...others] = named;
  return only !== undefined && others.length === 0 && !NO_TITLE.test(bare) ? { text: only, address } : null;
}

/** Words of a kind that every list of the centre says of itself. */
const ANY_TRAINING: ReadonlySet<string> = new Set([CLASS_KIND.initial, `${CLASS_KIND.initial}班`]);

/** The 申报类型 that a line between people says of those below it, as written; `null` for any other line. */
export function statedKind(text: string, address: string): StatedKind | null {
  const bare = foldWidth(text);
  if (bare === "" || bare.length > LONGEST) return null;
  const word = withoutFrame(bare).replace(/人员$/u, "");
  return ANY_TRAINING.has(word) || kindOf(word) === null ? null : { text: word, address };
}

/** A line's words without its number and count: "一、安管人员（3人）". */
export function withoutFrame(text: string): string {
  let word = text.replace(NUMBERING, "");
  for (let shorter = word.replace(AFTER, ""); shorter !== word; shorter = word.replace(AFTER, "")) word = shorter;
  return word;
}
