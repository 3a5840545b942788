import type { PaperKind } from "../../domain/views/papers/define-paper";
import { PAPERS_TO_PRINT } from "../../domain/views/papers/papers";
import type { Desk } from "../desk";
import type { Filled } from "../forms/form-state";
import { Button } from "../parts/button";
import * as say from "../wording/printing";
import { printPaper } from "./print-paper";

interface PrintButtonsProps {
  readonly desk: Desk;
  /** What the screen is about: papers that ask for it are offered, and printed for it. */
  readonly about: Filled["values"];
  readonly screen: string;
}

/** The papers of a class or a unit, behind 打印. */
export function PrintButtons({ desk, about, screen }: PrintButtonsProps) {
  const kinds = PAPERS_TO_PRINT.filter((kind) => isAbout(kind, Object.keys(about)));
  return (
    <details>
      <summary>{say.PRINT}</summary>
      <div class="doings">
        {kinds.map((kind) => (
          <Button
            key={kind.id}
            text={kind.title}
            hint={kind.about}
            press={() => printPaper(desk, kind, about, () => desk.showScreen(screen))}
            kind="small"
          />
        ))}
      </div>
    </details>
  );
}

/** Whether a paper can be printed for what is known, and asks for all of it. */
function isAbout({ fields }: PaperKind, known: readonly string[]): boolean {
  const names = fields.map(({ name }) => name);
  return known.every((name) => names.includes(name)) && fields.every(({ name, required }) => !required || known.includes(name));
}
