import { AlignmentType } from "docx";
import { label, line, SIZE, section, table, text, title, value, wordFile } from "./look";

const PHOTO = "近期白底\n1寸证件照";

/** 单位推荐表: what the notice asks to be on it (一.2 ③): post, trade, the unit's seal, the signature with a fingerprint, the day. */
export const recommendation = (): Promise<Buffer> =>
  wordFile("单位推荐表", [
    section([
      title("单位推荐表"),
      line("（金属非金属矿山主要负责人、安全生产管理人员考核）", { align: AlignmentType.CENTER, after: 8 }),
      table(
        [28, 40, 28, 40, 34],
        [
          {
            cells: [
              label("姓　　名"),
              value("{姓名}"),
              label("性　　别"),
              value("{性别}"),
              value(PHOTO, { rows: 4, size: SIZE.small }),
            ],
          },
          { cells: [label("出生日期"), value("{出生日期}"), label("学　　历"), value("{学历}")] },
          { cells: [label("证件类型"), value("{证件类型}"), label("手 机 号"), value("{手机号}")] },
          { cells: [label("证 件 号"), value("{证件号}", { columns: 3 })] },
          { cells: [label("工作单位"), value("{工作单位}", { columns: 4 })] },
          {
            cells: [
              label("统一社会\n信用代码"),
              value("{统一社会信用代码}", { columns: 2 }),
              label("单位类别"),
              value("{单位类别}"),
            ],
          },
          {
            cells: [
              label("职　　位"),
              value("{职位}", { columns: 2 }),
              label("行业类别"),
              value("{行业类别}", { size: SIZE.small }),
            ],
          },
          {
            cells: [
              label("申报类型"),
              value("{申报类型}", { columns: 2 }),
              label("申请班级"),
              value("{班级}", { size: SIZE.small }),
            ],
          },
          {
            cells: [
              label("证书编号"),
              value("{证书编号}", { columns: 2 }),
              label("证件有效期"),
              value("{证件有效期}", { size: SIZE.small }),
            ],
          },
          {
            height: 48,
            cells: [
              label("本人承诺"),
              text(
                [
                  line("以上内容和提交的证件照、有效证件、学历证明真实有效；如有不实，由本人承担责任。", {
                    indent: 2,
                    after: 34,
                  }),
                  line("承诺人（签名并按指纹）：　　　　　　　　", { align: AlignmentType.RIGHT, after: 8 }),
                  line("年　　　月　　　日　　", { align: AlignmentType.RIGHT }),
                ],
                { columns: 4, isLow: true },
              ),
            ],
          },
          {
            height: 52,
            cells: [
              label("单位意见"),
              text(
                [
                  line("{姓名}系本单位{职位}，情况属实，同意推荐参加考核。", { indent: 2, after: 38 }),
                  line("单位（盖公章）：　　　　　　　　　　", { align: AlignmentType.RIGHT, after: 8 }),
                  line("年　　　月　　　日　　", { align: AlignmentType.RIGHT }),
                ],
                { columns: 4, isLow: true },
              ),
            ],
          },
        ],
      ),
      line("说明：每项都要填写；“职位”填“主要负责人”或“安全生产管理人员”；公章与“工作单位”一致。", {
        size: SIZE.small,
        before: 6,
      }),
    ]),
  ]);
