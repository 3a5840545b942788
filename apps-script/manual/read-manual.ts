import MarkdownIt from "markdown-it";
import type { ElementSaid, ManualNode, ManualPart } from "../page/help/manual";

/** Where the page finds a picture by its path in the manual; without one, pictures are left out. */
type PictureNames = Readonly<Record<string, string>>;
type Token = ReturnType<InstanceType<typeof MarkdownIt>["parse"]>[number];

/** A heading of the manual stands below the one of its part, which stands below the page's. */
const HEADINGS: Readonly<Record<string, string>> = { h3: "h4", h4: "h5" };

/**
 * The manual's parts, each element as data: HTML in it is text like any other.
 *
 * @param text Markdown
 */
export function readManual(text: string, pictures: PictureNames): ManualPart[] {
  const nodes = treeOf(new MarkdownIt().parse(text, {}), pictures);
  const parts: { title: string; body: ManualNode[] }[] = [];
  for (const node of nodes) {
    if (isHeading(node)) parts.push({ title: textOf(node), body: [] });
    else parts.at(-1)?.body.push(node);
  }
  return parts;
}

const isHeading = (node: ManualNode): boolean => typeof node !== "string" && (node[0] === "h1" || node[0] === "h2");

const textOf = (node: ManualNode): string => (typeof node === "string" ? node : node[2].map(textOf).join(""));

function treeOf(tokens: readonly Token[], pictures: PictureNames): ManualNode[] {
  const root = { tag: "", said: {}, inside: [] as ManualNode[] };
  const open: (typeof root)[] = [root];
  const add = (...nodes: readonly ManualNode[]): void => void (open.at(-1) ?? root).inside.push(...nodes);
  for (const token of tokens) {
    if (token.hidden) continue;
    if (token.nesting === 1) open.push({ tag: HEADINGS[token.tag] ?? token.tag, said: saidOf(token), inside: [] });
    else if (token.nesting === 0) add(...leavesOf(token, pictures));
    else {
      const { tag, said, inside } = open.pop() ?? root;
      // A picture that was left out leaves its paragraph empty.
      if (tag !== "p" || inside.length > 0) add([tag, said, inside]);
    }
  }
  return root.inside;
}

/** A link leads to a part by the title of it: the manual's headings are plain words, so that they are their own anchors. */
function saidOf(token: Token): ElementSaid {
  const href = String(token.attrGet("href") ?? "");
  return href.startsWith("#") ? { part: decodeURIComponent(href.slice(1)) } : {};
}

function leavesOf(token: Token, pictures: PictureNames): readonly ManualNode[] {
  switch (token.type) {
    case "inline":
      return treeOf(token.children ?? [], pictures);
    case "image": {
      const src = pictures[token.attrGet("src") ?? ""];
      return src === undefined ? [] : [["img", { src, alt: token.content }, []]];
    }
    case "code_inline":
      return [["code", {}, [token.content]]];
    case "fence":
      return [["pre", {}, [token.content]]];
    default:
      return token.content === "" ? [] : [token.content];
  }
}
