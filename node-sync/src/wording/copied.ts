/** What `anpei copied` says. */
export const oneAnswer =
  "copied 要说明这一本是什么，二选一：--new（各用各的，这一本换新的编号）或 --same（接替原来那一本，原来的不再用）。";
export const nothingToSettle = "这一本不是没有定下用途的复制品，没有改动。";
export const settled = {
  new: "已定下：这一本单独使用，编号和封印是新的；复制之前发出的表格，这一本仍然认得。",
  same: "已定下：这一本接替原来那一本。请不要再用原来那一本收发文件。",
};
export const wouldSettle = {
  new: "将定下：这一本单独使用，换新的编号和封印。只看结果，没有写入。",
  same: "将定下：这一本接替原来那一本。只看结果，没有写入。",
};
