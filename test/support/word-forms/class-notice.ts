import { dated, label, pageFooter, SIZE, section, signed, table, text, title, value, wordFile } from "./look";

/** 开班备案表: one a class, its people as a list that grows. */
export const classNotice = (): Promise<Buffer> =>
  wordFile("开班备案表", [
    section(
      [
        title("安全生产培训开班备案表"),
        table(
          [26, 62, 26, 56],
          [
            { cells: [label("培训机构"), value("{中心名称}"), label("联系电话"), value("{中心电话}")] },
            { cells: [label("培训班级"), value("{班级}"), label("培训类别"), value("{培训类别}")] },
            { cells: [label("行业类别"), value("{行业类别}"), label("培训人数"), value("{人数}人")] },
            { cells: [label("报到时间"), value("{报到时间}"), label("培训学时"), value("")] },
            { cells: [label("学习时间"), value("{学习时间}", { columns: 3 })] },
            { cells: [label("培训地点"), value("{培训地点}", { columns: 3 })] },
            { cells: [label("班 主 任"), value(""), label("授课教师"), value("")] },
            { height: 22, cells: [label("培训内容"), value("", { columns: 3 })] },
            {
              height: 40,
              cells: [label("机构意见"), text([signed("培训机构（盖章）：", 44), dated()], { columns: 3, isLow: true })],
            },
          ],
        ),
        title("学员名单", { startsPage: true, size: SIZE.large + 8 }),
        table(
          [12, 20, 12, 40, 30, 42, 14],
          [
            {
              isHeader: true,
              cells: ["序号", "姓名", "性别", "工作单位", "职位", "证件号", "备注"].map((one) =>
                label(one, { size: SIZE.small }),
              ),
            },
            {
              height: 9,
              cells: ["{序号}", "{姓名}", "{性别}", "{工作单位}", "{职位}", "{证件号}", ""].map((one) =>
                value(one, { size: SIZE.small }),
              ),
            },
          ],
        ),
      ],
      { footers: { default: pageFooter() } },
    ),
  ]);
