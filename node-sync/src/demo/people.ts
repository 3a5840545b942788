import { checkCharacter } from "../../../apps-script/domain/people/check-character";
import { EDUCATION, KIND, POST } from "../../../apps-script/domain/schema/allowed";

/** An invented person of the demonstration. Ids lie in area 379999, which is assigned to nobody. */
export interface DemoPerson {
  readonly name: string;
  readonly id: string;
  readonly mobile: string;
  readonly post: string;
  readonly education: string;
  readonly kind: string;
  readonly validUntil: string;
}

const surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许";
const givenNames = ["安", "平山", "志成", "晓东", "立新", "文", "海涛", "建国", "秀英", "永强", "春生", "丽华"];
/** Most certificates of the lists run out after the demonstration's day. */
const months = [4, 5, 6, 7, 8, 9, 10, 11, 12, 6, 7, 8];
const educations = [EDUCATION.highSchool, EDUCATION.secondary, EDUCATION.college, EDUCATION.bachelor, EDUCATION.technical];

/**
 * Person number `index`; the same number is always the same person. Expiry days run from April to December 2024.
 * Numbers below 900 give names and ids that do not repeat.
 */
export function demoPerson(index: number, changes: Partial<DemoPerson> = {}): DemoPerson {
  const surname = [...surnames][index % surnames.length] ?? "赵";
  const given = givenNames[Math.floor(index / 3) % givenNames.length] ?? "安";
  const month = months[index % months.length] ?? 6;
  return {
    name: surname + given,
    id: demoId(index),
    mobile: `1990000${String(1000 + index)}`,
    post: index % 3 === 0 ? POST.head : POST.manager,
    education: educations[index % educations.length] ?? EDUCATION.highSchool,
    kind: KIND.retraining,
    validUntil: `2024-${two(month)}-${two((index * 7) % 28 || 28)}`,
    ...changes,
  };
}

function demoId(index: number): string {
  const birth = `${1962 + (index % 35)}${two((index % 12) + 1)}${two(((index * 5) % 28) + 1)}`;
  const first17 = `379999${birth}${String(100 + index).padStart(3, "0")}`;
  return first17 + checkCharacter(first17);
}

function two(part: number): string {
  return String(part).padStart(2, "0");
}
