import { AlignmentType } from "docx";
import { label, line, pageFooter, SIZE, section, table, title, value, wordFile } from "./look";

/** What a class's file holds, as the centre keeps it. */
const CONTENTS: readonly string[] = [
  "培训通知及培训计划",
  "开班备案表",
  "学员报名登记表、身份证和学历证书复印件",
  "单位推荐表",
  "学员名单",
  "课程安排、授课教师及教材",
  "学员签到表",
  "培训费收取记录及票据",
  "考试名单及成绩",
  "证书领取签收表",
  "培训评价及总结",
];

const covered = (name: string, content: string) => ({
  height: 13,
  cells: [label(name, { size: SIZE.large }), value(content, { size: SIZE.large })],
});

/** 一期一档封面与目录: the cover, the list of what is inside, and the people. */
export const classFile = (): Promise<Buffer> =>
  wordFile("一期一档封面与目录", [
    section([
      line("", { before: 90 }),
      title("安全生产培训档案", { size: 64, after: 14 }),
      title("（一期一档）", { size: 36, after: 90 }),
      table(
        [40, 110],
        [
          covered("培训班级", "{班级}"),
          covered("培训类别", "{培训类别}"),
          covered("学习时间", "{学习时间}"),
          covered("培训地点", "{培训地点}"),
          covered("学员人数", "{人数}人"),
          covered("培训机构", "{中心名称}"),
          covered("建 档 人", ""),
          covered("建档日期", "{今天}"),
        ],
      ),
    ]),
    section(
      [
        title("目　录"),
        table(
          [16, 100, 24, 30],
          [
            { isHeader: true, cells: ["序号", "材料名称", "页码", "备注"].map((one) => label(one)) },
            ...CONTENTS.map((one, place) => ({
              height: 11,
              cells: [value(String(place + 1)), value(one, { align: AlignmentType.LEFT }), value(""), value("")],
            })),
          ],
        ),
        title("学员名册", { startsPage: true }),
        line("{班级}　　共{人数}人", { align: AlignmentType.CENTER, after: 6 }),
        table(
          [12, 22, 58, 36, 28, 14],
          [
            {
              isHeader: true,
              cells: ["序号", "姓名", "工作单位", "职位", "手机号", "页码"].map((one) => label(one, { size: SIZE.small })),
            },
            {
              height: 9,
              cells: ["{序号}", "{姓名}", "{工作单位}", "{职位}", "{手机号}", ""].map((one) => value(one, { size: SIZE.small })),
            },
          ],
        ),
      ],
      { footers: { default: pageFooter() } },
    ),
  ]);
