const TRADITIONAL =
  "證碼號機職務單電話聯絡類別學歷編訓備註說業稱級種員報屆時間負責產監領發終歲參課審換練專碩開無習術礦廠長區縣體營運齡層續";
const SIMPLIFIED =
  "证码号机职务单电话联络类别学历编训备注说业称级种员报届时间负责产监领发终岁参课审换练专硕开无习术矿厂长区县体营运龄层续";

const SIMPLE: ReadonlyMap<string, string> = new Map(
  [...TRADITIONAL].map((sign, place) => [sign, [...SIMPLIFIED][place] ?? sign]),
);

/** The words of lists in simplified characters, for comparing only: titles, posts, kinds. Not for names. */
export function simplified(text: string): string {
  let simple = "";
  for (const sign of text) simple += SIMPLE.get(sign) ?? sign;
  return simple;
}
