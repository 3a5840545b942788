import { nameWithEnding } from "../../../apps-script/domain/exchange/name-length";
import { forUnit, type UnitSentence } from "../../../apps-script/domain/wording/audience";

/** What a unit reads in the file that brings back the rows which were not taken. */
export const replyWording = {
  sheet: "退回名单",
  /** Reads as a list's title, by which the corrected list shows whose it is. */
  title: (unit: string | null, count: number) => forUnit(`${unit ?? ""}退回名单（${count} 行没有导入）`),
  explanation: (unread: readonly string[]) =>
    forUnit(
      `标红的格子有问题，原因写在批注和最后一列“退回原因”里。请改正后发回，其余内容不用动。${
        unread.length === 0 ? "" : `没有读入的列：${unread.join("、")}。`
      }`,
    ),
  reasonColumn: "退回原因",
  /** A row's place in the file that the unit sent, or in which of several. */
  row: (part: number | null, sheet: string, at: number) =>
    forUnit(`原${part === null ? "" : `第${part}份`}${sheet === "" ? "" : `“${sheet}”`}第${at}行`),
  reasons: (place: UnitSentence, reasons: readonly { readonly column: string; readonly message: UnitSentence }[]) =>
    forUnit(`${place}——${reasons.map(({ column, message }) => `${column}：${message.replace(/。$/u, "")}`).join("；")}`),
  /** Instead of the unit in the name of a reply, when it is not clear who sent the list. */
  unknownUnit: "未知单位",
  fileName: (stem: string, copy: number) => nameWithEnding(stem, `-退回${copy === 1 ? "" : `（${copy}）`}.xlsx`),
};

/** Where the reason is not known in words that a unit may read. */
export const askTheCentre = (): UnitSentence => forUnit("没有采用，请向中心核实。");
