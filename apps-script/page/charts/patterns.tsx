import type { ComponentChild } from "preact";

/** How parts of a bar are filled. They differ by lines and dots as well, for who sees or prints no colours. */

const SIZE = 8;
const INK = "#1f3a68";

/** Behind, and what is drawn on it. */
const FILLS: readonly (readonly [string, ComponentChild])[] = [
  ["#3d6db5", null],
  ["#fff", <path d="M0 8L8 0M-2 2L2 -2M6 10L10 6" />],
  ["#dfe7f5", null],
  ["#fff", <path d="M0 4H8M4 0V8" />],
  ["#1f3a68", null],
  ["#fff", <circle cx="4" cy="4" r="1.6" fill={INK} />],
  ["#fff", <path d="M0 0L8 8M-2 6L2 10M6 -2L10 2" />],
  ["#fff", <path d="M0 2H8M0 6H8" />],
  ["#fff", null],
  ["#8fa9d6", <path d="M2 0V8M6 0V8" stroke-width="1.5" />],
];

/** The patterns, once on a page; charts refer to them. */
export function Patterns() {
  return (
    <svg class="patterns" width="0" height="0" aria-hidden="true">
      <defs>
        {FILLS.map(([behind, drawn], index) => (
          <pattern key={index} id={idOf(index)} width={SIZE} height={SIZE} patternUnits="userSpaceOnUse">
            <rect width={SIZE} height={SIZE} fill={behind} />
            <g stroke={INK} stroke-width="1.2" fill="none">
              {drawn}
            </g>
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

export const fillOf = (index: number): string => `url(#${idOf(index)})`;

const idOf = (index: number): string => `pattern-${index % FILLS.length}`;
