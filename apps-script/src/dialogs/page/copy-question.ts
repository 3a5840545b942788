import type { CopyAnswer } from "../view";
import { button, element } from "./element";
import { callScript } from "./script-run";
import { showStep, whileSaying } from "./stage";
import * as say from "./wording";

/** Asks what a copied Sheet is; the dialog goes on with or without an answer. Neither answer is suggested. */
export function askCopy(proceed: () => void): void {
  const answer = (given: CopyAnswer): void => {
    void whileSaying(say.WRITING, async () => {
      await callScript("dialogCopied", given);
      proceed();
    });
  };
  const choices = [say.COPY_NEW, say.COPY_SAME].map(({ name, meaning }) =>
    element("li", {}, element("strong", {}, name), element("p", { class: "hint" }, meaning)),
  );
  showStep(
    say.COPY_TITLE,
    [element("p", {}, say.COPY_WHY), element("ul", {}, ...choices)],
    [
      button(say.COPY_LATER, proceed),
      button(say.COPY_SAME.name, () => answer("same")),
      button(say.COPY_NEW.name, () => answer("new")),
    ],
  );
}
