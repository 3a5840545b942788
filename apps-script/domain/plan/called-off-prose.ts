import * as say from "../wording/plan";
import { callsOff, DOUBT, TAKEN_BACK, WORD } from "./called-off";
import type { StatedClass } from "./training-class";

/**
 * Classes that a notice calls off in a sentence and in no table ("再培训班第三期因故停办，其他班次不变"). Only a sentence of which
 * nobody could think otherwise is read; `unclear` quotes those that speak of calling off a class in another way.
 */
interface Prose {
  readonly classes: readonly StatedClass[];
  readonly unclear: readonly string[];
}

/** `再培训班第三期、第四期和培训班第一期`, by the names that notices give classes. */
const LIST =
  /(?:再培训|复训|复审|再教育|继续教育|培训|初培|初训|新训|取证)班?第[\d一二三四五六七八九十]{1,3}期(?:(?:、|以及|[和及与])(?:(?:再培训|复训|复审|再教育|继续教育|培训|初培|初训|新训|取证)班?)?第[\d一二三四五六七八九十]{1,3}期){0,20}/u;
/** Stands for the list in a sentence. */
const CLASSES = "§";
/** What may come before the classes: nothing, or words that end where a name can begin. What follows a comma is about something else. */
const CLASSES_FIRST =
  /^(?:[^§第]{0,80}(?:[,:]|的|年度?|原定|原|将|把|于|定|通知))?§(?:原定[^,第]{1,30})?,?(?:因[^,第]{1,30})?,?(?:经[^,第]{0,20})?(?:现|已|决定|予以|确定|暂时|特此|将|也|均|都){0,4}(?:停办|停开|不再举办|停止举办|取消)(?:举办|开班|办班)?(?=$|,)/u;
const WORD_FIRST =
  /^(?:[^§第]{0,80}[,:])?(?:现|已|决定|予以|因[^,第]{1,30}){0,3}(?:停办|停开|不再举办|停止举办|取消)(?:举办)?§(?=$|,)/u;

/** `关于再培训班第三期停办的通知` says it as its sentences do. */
const TITLE = /^关于(.+)的(?:通知|公告|函|说明)$/u;
const PERHAPS = /如(?!期)|若|是否|可能|万一/u;

/** A sentence that says, of whatever class, that it is called off. */
export const speaksOfCallingOff = (sentence: string): boolean => callsOff(sentence) && !PERHAPS.test(sentence);

export function calledOffIn(text: string): Prose {
  const classes = new Map<string, StatedClass>();
  const unclear: string[] = [];
  for (const sentence of text.normalize("NFKC").split(/[。;；\n!！]/u)) {
    const plain = sentence.replace(/\s/gu, "").replace(TITLE, "$1");
    if (!WORD.test(plain) || !/第[\d一二三四五六七八九十]{1,3}期/u.test(plain) || DOUBT.test(plain) || PERHAPS.test(plain))
      continue;
    const list = LIST.exec(plain)?.[0] ?? "";
    const marked = plain.replace(CLASSES, "").replace(list, CLASSES);
    const head = (CLASSES_FIRST.exec(marked) ?? WORD_FIRST.exec(marked))?.[0] ?? null;
    if (list !== "" && head !== null && callsOff(head.replace(CLASSES, list)) && !isMore(marked.slice(head.length))) {
      for (const one of classesIn(list)) classes.set(one.name, one);
    } else if (head !== null || !TAKEN_BACK.test(plain)) unclear.push(say.calledOffUnclear(sentence.trim()));
  }
  return { classes: [...classes.values()], unclear };
}

/** Another class is called off, or this one taken back, in the same breath. */
function isMore(rest: string): boolean {
  return WORD.test(rest) || (TAKEN_BACK.test(rest) && !/第[\d一二三四五六七八九十]{1,3}期|其[他它余]/u.test(rest));
}

const NOTHING_STATED = { months: null, deadline: null, booking: null, reportIn: null, study: null } as const;

/** `第四期` after another class is of the same kind. */
function classesIn(list: string): StatedClass[] {
  let make = "";
  return list.split(/、|以及|和|及|与/u).map((part) => {
    const name = part.startsWith("第") ? make + part : part;
    make = name.slice(0, name.indexOf("第"));
    return { name, ...NOTHING_STATED, stopped: true };
  });
}
