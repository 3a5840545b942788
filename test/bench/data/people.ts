import { checkCharacter } from "../../../apps-script/domain/people/check-character";
import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import { randomOf, two } from "./random";

/** What a unit states about a person. */
type Stated = Pick<
  Enrolment,
  "name" | "idType" | "idNumber" | "mobile" | "unit" | "post" | "education" | "kind" | "certificate" | "validUntil" | "note"
>;

const surnames = [..."赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏"];
const given = [..."安平山志成晓东立新文海涛建国秀英永强春生丽华明军伟芳娜敏静磊洋勇艳杰娟"];
const educations = ["高中", "中专", "大专", "本科", "技校"];
const PEOPLE_OF_A_UNIT = 25;

/**
 * Person number `index`, invented, always the same: ids in area 379999, which is assigned to nobody, mobiles from
 * 19900000000 on. Three in a hundred have a mistake; expiry days run over March to December, a few over January and February.
 */
export function personOf(index: number): Stated {
  const random = randomOf(index);
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? "";
  const name = pick(surnames) + pick(given) + (random() < 0.7 ? pick(given) : "");
  const isInitial = random() < 0.12;
  const month = random() < 0.03 ? 1 + Math.floor(random() * 2) : 3 + Math.floor(random() * 10);
  const mistake = random();
  const id = idOf(index);
  return {
    name,
    idType: "居民身份证",
    idNumber: mistake < 0.01 ? `${id.slice(0, 17)}${id.endsWith("0") ? "1" : "0"}` : id,
    mobile: mistake > 0.98 ? null : `1990${String(index).padStart(7, "0")}`,
    unit: unitOf(index),
    post: random() < 0.3 ? "主要负责人" : "安全生产管理人员",
    education: pick(educations),
    kind: isInitial ? "初培" : "再培训",
    certificate: isInitial ? null : `37${id.slice(6)}${two(index % 100)}`,
    validUntil: isInitial ? null : `2024-${two(month)}-${two(1 + Math.floor(random() * 28))}`,
    note: random() < 0.05 ? "住宿" : null,
  };
}

export function unitOf(index: number, people = PEOPLE_OF_A_UNIT): string {
  const number = Math.floor(index / people);
  return `虚构第${number + 1}${["矿业有限公司", "石料有限公司", "金矿有限公司", "建材股份有限公司"][number % 4]}`;
}

/** Different for every index below ten million: the sequence runs first, then day, month and year of birth. */
function idOf(index: number): string {
  const day = Math.floor(index / 1000);
  const birth = `${1963 + (Math.floor(day / 336) % 38)}${two(1 + (Math.floor(day / 28) % 12))}${two(1 + (day % 28))}`;
  const first17 = `379999${birth}${String(index % 1000).padStart(3, "0")}`;
  return first17 + checkCharacter(first17);
}
