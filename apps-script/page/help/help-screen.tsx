import { createElement, type VNode } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../parts/button";
import * as say from "../wording/help-screen";
import type { ManualNode, ManualPart } from "./manual";

interface HelpScreenProps {
  readonly parts: readonly ManualPart[];
  /** The title of the part that is open at first; the first one where there is none of it. */
  readonly start: string | null;
}

/** 帮助: the manual, a part at a time. */
export function HelpScreen({ parts, start }: HelpScreenProps) {
  const [title, open] = useState(start ?? "");
  const at = Math.max(
    0,
    parts.findIndex((one) => one.title === title),
  );
  const [part, next] = parts.slice(at);
  if (part === undefined) return null;
  return (
    <div class="help">
      <label for="help-part">{say.WHICH_PART}</label>
      <select id="help-part" value={part.title} onChange={({ currentTarget }) => open(currentTarget.value)}>
        {parts.map((one) => (
          <option key={one.title}>{one.title}</option>
        ))}
      </select>
      <article key={part.title}>
        <h3>{part.title}</h3>
        {part.body.map((node) => drawn(node, open))}
      </article>
      {next === undefined ? null : (
        <Button text={`${say.NEXT_PART}：${next.title}`} press={() => open(next.title)} kind="small" />
      )}
    </div>
  );
}

/** A node as an element of its tag: what it holds is text, never HTML. */
function drawn(node: ManualNode, open: (part: string) => void): VNode | string {
  if (typeof node === "string") return node;
  const [tag, { part, ...said }, children] = node;
  const inside = children.map((child) => drawn(child, open));
  if (part !== undefined) return <Button text={part} press={() => open(part)} kind="small" />;
  return tag === "a" ? <span>{inside}</span> : createElement(tag, said, ...inside);
}
