/** What 拟下一年计划 says on the page. */
export const PROPOSE = "拟下一年计划";
export const proposedFor = (year: number, classes: number): string => `${year}年的培训计划（草拟，${classes}个班）`;
export const PROPOSED_ABOUT =
  "照今年的计划排到下一年的同一星期几，避开节假日，容量按各月到期的证书数。这里什么都没有写入：复制出去改好，下一年的工作簿里再读入。";
export const TABLE = "整张表（带容量和说明）";
export const NOTICE = "通知里用的六列";
export const COPY_TABLE = "复制整张表";
export const COPY_NOTICE = "复制通知里的表";
export const WHY = "为什么排在那里";
