/** Whether a key belongs to an input method: its Enter ends a word, and sends nothing. Safari tells of that by the code alone. */
export function isComposing({ isComposing: is, keyCode }: Pick<KeyboardEvent, "isComposing" | "keyCode">): boolean {
  return is || keyCode === IN_METHOD;
}

const IN_METHOD = 229;
