import { AlignmentType } from "docx";
import { dated, label, line, SIZE, section, signed, table, text, title, wordFile } from "./look";
import { PERSON_ROWS, PERSON_WIDTHS, pair } from "./person-rows";

const PROMISE = "以上内容和提交的证件照、有效证件、学历证明真实有效；如有不实，由本人承担责任。";
const OPINION = "{姓名}系本单位{职位}，情况属实，同意推荐参加考核。";
const HOW_TO = "说明：每项都要填写；“职位”填“主要负责人”或“安全生产管理人员”；公章与“工作单位”一致。";

/** 单位推荐表: what the notice asks to be on it (一.2 ③): post, trade, the unit's seal, the signature with a fingerprint, the day. */
export const recommendation = (): Promise<Buffer> =>
  wordFile("单位推荐表", [
    section([
      title("单位推荐表"),
      line("（金属非金属矿山主要负责人、安全生产管理人员考核）", { align: AlignmentType.CENTER, after: 10 }),
      table(PERSON_WIDTHS, [
        ...PERSON_ROWS,
        pair("单位类别", "{单位类别}", "统一社会\n信用代码", "{统一社会信用代码}"),
        pair("职　　位", "{职位}", "行业类别", "{行业类别}"),
        pair("申报类型", "{申报类型}", "申请班级", "{班级}"),
        pair("证件有效期", "{证件有效期}", "证书编号", "{证书编号}"),
        {
          height: 48,
          cells: [
            label("本人承诺"),
            text([line(PROMISE, { indent: 2, after: 36 }), signed("承诺人（签名并按指纹）：", 38), dated()], {
              columns: 4,
              isLow: true,
            }),
          ],
        },
        {
          height: 52,
          cells: [
            label("单位意见"),
            text([line(OPINION, { indent: 2, after: 46 }), signed("单位（盖公章）：", 44), dated()], { columns: 4, isLow: true }),
          ],
        },
      ]),
      line(HOW_TO, { size: SIZE.small, before: 6 }),
    ]),
  ]);
