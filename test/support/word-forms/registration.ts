import { AlignmentType } from "docx";
import { label, line, SIZE, section, table, text, title, value, wordFile } from "./look";

/** 报名登记表: one of the papers that people bring to the desk (the notice, 一.5). */
export const registration = (): Promise<Buffer> =>
  wordFile("报名登记表", [
    section([
      title("报名登记表"),
      line("报名编号：{报名编号}　　　　　　　　　　　　填表日期：{今天}", { after: 6 }),
      table(
        [28, 40, 28, 40, 34],
        [
          {
            cells: [
              label("姓　　名"),
              value("{姓名}"),
              label("性　　别"),
              value("{性别}"),
              value("近期白底\n1寸证件照", { rows: 4, size: SIZE.small }),
            ],
          },
          { cells: [label("出生日期"), value("{出生日期}"), label("学　　历"), value("{学历}")] },
          { cells: [label("证件类型"), value("{证件类型}"), label("手 机 号"), value("{手机号}")] },
          { cells: [label("证 件 号"), value("{证件号}", { columns: 3 })] },
          { cells: [label("工作单位"), value("{工作单位}", { columns: 4 })] },
          { cells: [label("职　　位"), value("{职位}", { columns: 2 }), label("申报类型"), value("{申报类型}")] },
          {
            cells: [
              label("证书编号"),
              value("{证书编号}", { columns: 2 }),
              label("证件有效期"),
              value("{证件有效期}", { size: SIZE.small }),
            ],
          },
          {
            cells: [
              label("培训班级"),
              value("{班级}", { columns: 2 }),
              label("报到时间"),
              value("{报到时间}", { size: SIZE.small }),
            ],
          },
          { cells: [label("学习时间"), value("{学习时间}", { columns: 4 })] },
          { cells: [label("培训地点"), value("{培训地点}", { columns: 4 })] },
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
            height: 30,
            cells: [
              label("学员签名"),
              text([line("年　　月　　日　", { align: AlignmentType.RIGHT })], { columns: 2, isLow: true }),
              label("经 办 人"),
              text([line("年　　月　　日　", { align: AlignmentType.RIGHT })], { isLow: true }),
            ],
          },
        ],
      ),
      line("说明：照片请贴近期白底1寸证件照；内容有误的请在报到时当场改正并签名。", { size: SIZE.small, before: 6 }),
    ]),
  ]);
