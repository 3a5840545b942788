import { CLASS_KIND, type ClassKind } from "../schema/allowed";
import { classKind } from "./training-class";

/** Lines above a header that may be its heading. */
const HEADING_LINES = 3;

/** The kind that the nearest line above a header names, and it alone. */
export function kindOfHeading(above: readonly string[]): ClassKind | null {
  for (const line of above.slice(-HEADING_LINES).reverse()) {
    const plain = line.normalize("NFKC").replace(/\s/gu, "");
    const isRetraining = classKind(plain) === CLASS_KIND.retraining;
    const isInitial = /初培|初训|新训|取证|(?<!再)培训(?:班|[、和及与])/u.test(plain);
    if (isRetraining && isInitial) return null;
    if (isRetraining) return CLASS_KIND.retraining;
    if (isInitial) return CLASS_KIND.initial;
  }
  return null;
}
