export function planNotRead(file: string, problems: readonly string[]): string {
  const reasons = problems.length > 0 ? problems.join("") : "没有找到有“班级名称”“报到时间”“学习时间”等标题的表格。";
  return `${file} 不能作为培训计划读入：${reasons}`;
}
