import { plainName } from "../plan/classes";
import { numeralOf } from "../plan/numerals";
import { classKind, type TrainingClass } from "../plan/training-class";
import { CLASS_KIND, type ClassKind } from "../schema/allowed";

/** 再三, 再培训3, 第三期, 培训班第一期, 初培二. */
const SHORT =
  /^(再培训|再教育|继续教育|复训|复审|再|培训|初培|初训|新训|培|初)?班?第?(\d{1,2}|[一二三四五六七八九十]{1,3})期?班?$/u;
const SHORT_KINDS: Readonly<Record<string, ClassKind>> = {
  再: CLASS_KIND.retraining,
  培: CLASS_KIND.initial,
  初: CLASS_KIND.initial,
};

/**
 * The classes that a text may mean: by name, whatever its width and blanks, or by kind and number; without a kind those of
 * both kinds.
 *
 * @example classesMeant("再三", classes) // [再培训班第三期]
 */
export function classesMeant(written: string, classes: readonly TrainingClass[]): readonly TrainingClass[] {
  const plain = plainName(written);
  const named = classes.filter(({ name }) => plainName(name) === plain);
  if (named.length > 0) return named;
  const [, kindText, number] = SHORT.exec(plain) ?? [];
  if (number === undefined) return [];
  const kind = kindText === undefined ? null : (SHORT_KINDS[kindText] ?? classKind(kindText));
  const term = numeralOf(number);
  if (term === null) return [];
  return classes.filter((one) => one.term === term && (kind === null || one.kind === kind));
}
