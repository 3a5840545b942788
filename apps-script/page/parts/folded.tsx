import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

interface FoldedProps {
  readonly title: string;
  /** Drawn once somebody opens it. */
  readonly draw: () => ComponentChildren;
}

/** What is there for whoever wants to see it all. */
export function Folded({ title, draw }: FoldedProps) {
  const [isOpen, open] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen ? draw() : null}
    </details>
  );
}
