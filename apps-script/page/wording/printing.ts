/** What is said of papers that are printed from the page. */
export const PRINT = "打印";
export const PRINT_TITLE = "打印的表和单";
export const AGAIN = "再打印一次";
export const LEFT_OUT = "没有列入";
export const titleOf = (paper: string): string => `打印：${paper}`;
export const printed = (name: string, people: number): string => `“${name}”，${people === 0 ? "上面没有人" : `${people}人`}。`;
export const HOW = "在打印窗口里选 A4 纸、缩放100%；要存成文件就选“另存为PDF”。有问题改好以后，再打印一次。";
export const SECRET = "这张表上有密码。只为这一次打印从“模拟卡”表里读出来，页面上不显示也不保留；存成的文件用完请删除。";
