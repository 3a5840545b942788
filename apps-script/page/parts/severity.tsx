const TAGS: Readonly<Record<string, string>> = { 阻断: "tag blocking", 警告: "tag warning" };

/** How grave something is; nothing where nobody says. */
export function Severity({ of }: { readonly of: string }) {
  return of === "" ? null : <span class={TAGS[of] ?? "tag"}>{of}</span>;
}
