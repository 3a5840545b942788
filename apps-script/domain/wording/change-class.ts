/** What is said of a class that changes, and the texts that tell of it. */

export const CHANGE_TITLE = "培训安排变更";
export const changeAbout = "一个班改了时间或者停办：存新版本，列出涉及的人，给出通知";
export const cellNote = "照通知的写法；不变的不写";
export const stoppedNote = "停办写是，不写时间";
export const eitherOr = "停办的不写时间";
export const nothingChanges = "与现在的安排一样";

export const stopped = (name: string): string => `${name}停办`;
export const changed = (name: string, changes: string): string => (changes === "" ? `${name}重新开班` : `${name}${changes}`);
export const touches = (people: number): string => (people === 0 ? "没有涉及的人" : `涉及${people}人`);
const classNames = (names: readonly string[]): string => names.map((name) => `“${name}”`).join("、");
export const cannotMake = (others: readonly string[]): string =>
  others.length === 0 ? "赶不上了，没有别的班，请人工处理" : `赶不上了，可改${classNames(others)}`;
export const stays = "仍可参加";

export const noUnit = "没有工作单位的";
export const forWebsite = "网站通知";
export const forGroup = (name: string): string => `${name}微信群`;

/** Who signs a text, and the phone in it; each as 设置 has it. */
interface Centre {
  readonly name: string | null;
  readonly phone: string | null;
}
const ask = ({ phone }: Centre): string => (phone === null ? "" : `咨询电话${phone}。`);

export const websiteText = (change: string, centre: Centre): string =>
  [`培训安排变更通知：${change}。其他班次不变，请有关单位和学员相互转告。${ask(centre)}`, centre.name].filter(Boolean).join("\n");
export const groupText = (change: string, isStopped: boolean, centre: Centre): string =>
  `各位学员：${change}，${isStopped ? "改到哪个班请等单位或中心通知" : "请按新的安排参加"}。${ask(centre)}`;
export const unitText = (
  change: string,
  names: readonly string[],
  lost: readonly { readonly name: string; readonly others: readonly string[] }[],
  centre: Centre,
): string =>
  [
    `${change}，贵单位${names.join("、")}在这个班，请转告。`,
    ...lost.map(({ name, others }) =>
      others.length === 0 ? `${name}证件到期前赶不上，请与中心联系。` : `${name}证件到期前赶不上，可改${classNames(others)}。`,
    ),
    ask(centre),
  ].join("");
