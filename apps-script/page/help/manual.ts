/**
 * The manual as the page shows it: what the build makes of README.zh-CN.md. A node is a text, or an element: its tag, what is
 * said of it, what is in it. `part` leads to the part of that title.
 *
 * @example ["p", {}, ["到“", ["strong", {}, ["今天"]], "”。"]]
 */
export type ManualNode = string | ManualElement;
export type ManualElement = readonly [tag: string, said: ElementSaid, children: readonly ManualNode[]];

export interface ElementSaid {
  readonly part?: string;
  readonly src?: string;
  readonly alt?: string;
}

/** What stands under a heading of the second level; the first part is what stands above them. */
export interface ManualPart {
  readonly title: string;
  readonly body: readonly ManualNode[];
}
