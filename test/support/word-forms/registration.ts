import { dated, label, line, SIZE, section, table, text, title, wordFile } from "./look";
import { PERSON_ROWS, PERSON_WIDTHS, pair, wide } from "./person-rows";

/** 报名登记表: one of the papers that people bring to the desk (the notice, 一.5). */
export const registration = (): Promise<Buffer> =>
  wordFile("报名登记表", [
    section([
      title("报名登记表"),
      line("报名编号：{报名编号}　　　　　　　　　　　　填表日期：{今天}", { after: 6 }),
      table(PERSON_WIDTHS, [
        ...PERSON_ROWS,
        pair("职　　位", "{职位}", "申报类型", "{申报类型}"),
        pair("证件有效期", "{证件有效期}", "证书编号", "{证书编号}"),
        pair("培训班级", "{班级}", "报到时间", "{报到时间}"),
        wide("学习时间", "{学习时间}"),
        wide("培训地点", "{培训地点}"),
        {
          height: 22,
          cells: [
            label("报到资料\n（中心核对）"),
            text(
              [
                line("□ 身份证原件　　□ 身份证复印件", { after: 5 }),
                line("□ 报名登记表　　□ 学历证书复印件（高中或同等学历以上）"),
              ],
              { columns: 4 },
            ),
          ],
        },
        {
          height: 14,
          cells: [label("培 训 费"), text([line("应缴 {应缴} 元　　实缴 ________ 元　　□ 现金　□ 扫码")], { columns: 4 })],
        },
        {
          height: 34,
          cells: [
            label("学员签名"),
            text([dated()], { isLow: true }),
            label("经 办 人"),
            text([dated()], { columns: 2, isLow: true }),
          ],
        },
      ]),
      line("说明：照片请贴近期白底1寸证件照；内容有误的请在报到时当场改正并签名。", { size: SIZE.small, before: 6 }),
    ]),
  ]);
