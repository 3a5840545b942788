import { writeFile } from "node:fs/promises";

/** A supplier's card list with six cards, as text. The numbers and passwords are invented. */
export async function writeCardList(path: string): Promise<void> {
  const rows = Array.from({ length: 6 }, (_, index) => {
    const number = `00${String(880001 + index * 37)}`;
    return [number, `0${String(73519 + index * 911)}`, "三项岗位人员（应急局）/安全生产管理人员", "再培训"].join(",");
  });
  await writeFile(path, `\ufeff${["卡号,密码,科目,类型", ...rows].join("\r\n")}\r\n`, { mode: 0o600 });
}
