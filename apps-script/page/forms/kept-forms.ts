import type { FormState } from "./form-state";

interface Kept {
  /** It was carried out. */
  readonly forget: () => void;
  /** Opens it without what was typed before; null where nothing was. */
  readonly empty: (() => void) | null;
}

/**
 * Forms as staff left them, by what they are about: whoever phones in the middle of one is looked for on another screen, and
 * what was typed is there when the form is opened again. They are in memory alone, until they are carried out.
 */
export class KeptForms {
  private readonly forms = new Map<string, FormState>();

  private constructor() {}

  /** Those of a page. */
  static of(page: object): KeptForms {
    const forms = known.get(page) ?? new KeptForms();
    known.set(page, forms);
    return forms;
  }

  /** A form is opened: what was typed into the same one before is in it again. `reopen` opens it once more. */
  open(about: string, form: FormState, reopen: () => void): Kept {
    const earlier = this.forms.get(about);
    this.forms.set(about, form);
    const forget = (): void => void this.forms.delete(about);
    const empty = (): void => {
      forget();
      reopen();
    };
    return { forget, empty: earlier !== undefined && form.goOnFrom(earlier) ? empty : null };
  }
}

const known = new WeakMap<object, KeptForms>();
