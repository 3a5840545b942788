import { h, type VNode } from "preact";
import type { Child } from "../../domain/drawing/element";

/** What is drawn, as elements of the page. */
export function drawn(child: Child): VNode | string {
  if (typeof child === "string") return child;
  return h(child.tag, { ...child.attributes }, child.children.map(drawn));
}
