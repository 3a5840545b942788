export const planNotRead = (file: string, reasons: readonly string[]): string =>
  `${file} 不能作为培训计划读入：${reasons.join("")}`;
