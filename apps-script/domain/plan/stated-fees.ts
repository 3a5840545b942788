import type { Finding } from "../changes/finding";
import { OutcomeBuilder } from "../changes/outcome";
import { centsOf } from "../rules/money/payment-amounts";
import { KIND } from "../schema/allowed";
import { SETTING_SPECS } from "../schema/settings";
import type { FeesCode } from "../wording/fees";
import * as say from "../wording/fees";

/** The fees that a notice states beside its plan, in yuan; a list is empty where it states none of the kind. */
export interface StatedFees {
  readonly initialFee: readonly number[];
  readonly retrainingFee: readonly number[];
}

/** `培训费（含资料费）600元/人；再培训费（含资料费）300元/人` (the notice, 三.2). */
const FEE = /(再培训|复训|复审|初次培训|初培|培训)费用?(?:标准)?(?:\([^()]{0,20}\))?(?:为|是|:)?(\d{1,6}(?:\.\d{1,2})?)元/gu;
const OF_RETRAINING: readonly string[] = [KIND.retraining, "复训", "复审"];

/** `null` where a text states no fee. */
export function readStatedFees(text: string): StatedFees | null {
  const plain = text.normalize("NFKC").replace(/\s+/gu, "");
  const found = [...plain.matchAll(FEE)].map(([, kind = "", amount = ""]) => ({ kind, yuan: Number(amount) }));
  const of = (isRetraining: boolean): number[] => [
    ...new Set(found.flatMap(({ kind, yuan }) => (OF_RETRAINING.includes(kind) === isRetraining ? [yuan] : []))),
  ];
  return found.length === 0 ? null : { initialFee: of(false), retrainingFee: of(true) };
}

/** Says where a notice states other fees than 设置, which the fees go by. */
export function findStatedFees(stated: StatedFees, settings: Record<keyof StatedFees, number>): readonly Finding[] {
  const out = new OutcomeBuilder<FeesCode>();
  for (const name of ["initialFee", "retrainingFee"] as const) {
    const { item } = SETTING_SPECS[name];
    const isSame = stated[name].every((yuan) => centsOf(yuan) === centsOf(settings[name]));
    if (isSame) continue;
    const message = say.statedFeeDiffers(item, stated[name], settings[name]);
    out.find("F22", "settings", item, "value", message, { advice: say.statedFeeAdvice(item) });
  }
  return out.done().findings;
}
