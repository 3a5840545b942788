/** What 标记已结转 says. */

export const markAbout = "上年的表格：新一年的表格结转好了，把它给出的结转码粘贴到这里，两本就对上了；也可以取消";
export const codeTitle = "结转码";
export const codeNote = "新一年的表格结转完以后给出的一串字，整串粘贴";
export const cancelTitle = "取消结转";
export const cancelNote = "填“是”：新一年的表格不要了，这里可以重新结转";

export const codeMissing = "请把新一年的表格给出的结转码粘贴到这里；要取消结转的，在“取消结转”里填“是”。";
export const wrongCode =
  "这不是从这本工作簿结转出去的结转码，或者少粘了几个字。请回到新一年的表格，从菜单“结转到下一年度”里再复制一次。";
export const markedElsewhere = "这本工作簿已经标记结转到另一本。那一本不要了的，先取消结转，再标记。";
export const markedAlready = "已经标记过，不用再标记。";
export const notMarked = "没有标记过，不用取消。";
export const unmarked = "取消结转，没有发出的模拟卡回到这里，可以重新结转。";

export function marked(cards: number, isSame: boolean): string {
  const pool = cards > 0 ? `，没有发出的${cards}张模拟卡转到新一年的表格，这里不再发放` : "";
  const check = isSame
    ? ""
    : "。副本做好以后，这里的模拟卡又有变化：请核对新一年表格里的模拟卡，这里已经发出的，在那里改成“作废”";
  return `标记为已结转，上年的事可以继续办完${pool}${check}`;
}
