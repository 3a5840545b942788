/** What a unit reads in the file that brings back the rows which were not taken. */
export const replyWording = {
  sheet: "退回名单",
  title: (file: string, count: number) => `退回名单：${file} 中有 ${count} 行没有导入`,
  explanation: "标红的格子有问题，原因写在批注和最后一列“退回原因”里。请改正后发回，其余内容不用动。",
  reasonColumn: "退回原因",
  row: (sheet: string, at: number) => (sheet === "" ? `原第${at}行` : `原“${sheet}”第${at}行`),
  reason: (column: string, message: string) => `${column}：${message}`,
  joined: (place: string, reasons: readonly string[]) => `${place}——${reasons.join("；")}`,
  /** What we, and programs that number downloads, put behind the name of a file that was answered before; several may follow. */
  ownEnding: /-退回(?:\s*[(（]\d+[)）]){0,2}$/u,
  longestEnding: 40,
  fileName: (stem: string, copy: number) => `${stem}-退回${copy === 1 ? "" : `（${copy}）`}.xlsx`,
};
