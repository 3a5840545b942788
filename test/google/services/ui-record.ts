export interface MenuRecord {
  readonly caption: string;
  readonly items: readonly MenuItem[];
}

export type MenuItem =
  | { readonly kind: "item"; readonly caption: string; readonly functionName: string }
  | { readonly kind: "separator" }
  | { readonly kind: "menu"; readonly menu: MenuRecord };

export interface DialogRecord {
  readonly kind: "modal" | "modeless" | "sidebar";
  readonly title: string;
  readonly content: string;
  readonly width: number | null;
  readonly height: number | null;
}

export interface PromptRecord {
  readonly kind: "alert" | "prompt";
  readonly title: string;
  readonly text: string;
  readonly buttons: string;
}

interface ToastRecord {
  readonly text: string;
  readonly title: string;
  readonly seconds: number | null;
}

/** What a person saw of the script, and what that person will answer. */
export class UiRecord {
  readonly menus: MenuRecord[] = [];
  readonly dialogs: DialogRecord[] = [];
  readonly prompts: PromptRecord[] = [];
  readonly toasts: ToastRecord[] = [];
  /** Answers to come: the button, and the text for a prompt. */
  readonly answers: { readonly button: "OK" | "CANCEL" | "YES" | "NO" | "CLOSE"; readonly text?: string }[] = [];

  /** Every function that a menu item names, sub-menus included. */
  get functionNames(): string[] {
    const namesIn = (menu: MenuRecord): string[] =>
      menu.items.flatMap((item) => (item.kind === "item" ? [item.functionName] : item.kind === "menu" ? namesIn(item.menu) : []));
    return this.menus.flatMap(namesIn);
  }
}
