/** What the forms of a clerk's operations say on the server's side. */
export const noFiles = (fields: readonly string[], takesLists: boolean): string =>
  [
    ...(fields.length > 0 ? [`“${fields.join("”“")}”要读文件，在这里不能办，请在办公电脑上用命令办。`] : []),
    ...(takesLists ? ["有名单文件的，把编号或姓名一列复制到“学员”里就行。"] : []),
  ].join("");

export const filledFrom = (names: readonly string[], count: number, unnumbered: number): string =>
  `已按选中的${count}行填好：${names.join("、")}${names.length < count ? "等" : ""}。${
    unnumbered > 0 ? `另有${unnumbered}行没有报名编号，没有填。` : ""
  }`;

const at = (row: string): string => (row.startsWith("@") ? `第${row.slice(1)}行` : row);
export const rowOf = (tab: string, row: string): string => `${tab} ${at(row)}`;
export const newRowOf = (tab: string, row: string): string => `${tab} 新增 ${at(row)}`;
export const moreRows = (count: number): string => `还有${count}行，没有逐格列出`;
export const nothingThere = "空";
