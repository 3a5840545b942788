import { CLERK_OPERATIONS } from "../../domain/operations/registry";
import { ACTIONS, ALL_TITLE } from "../../domain/rules/actions";
import { PAPERS_TO_PRINT } from "../../domain/views/papers/papers";
import { menuTitles } from "../../domain/wording/actions";
import type { Desk } from "../desk";
import { Button } from "../parts/button";
import { printPaper } from "../printing/print-paper";
import { beginAction, idOfForm, NEXT_YEAR, PROPOSE_PLAN } from "../steps/begin";
import { PRINT_TITLE } from "../wording/printing";
import { PROPOSE } from "../wording/propose-plan";
import * as say from "../wording/screens";

interface Doing {
  readonly id: string;
  readonly title: string;
}

const FORMS: readonly Doing[] = CLERK_OPERATIONS.map(({ id, title }) => ({ id: idOfForm(id), title }));
const RULES: readonly Doing[] = [...ACTIONS.map(({ id, title }) => ({ id, title })), { id: "all", title: ALL_TITLE }];
const PLAN: Doing = { id: "plan", title: menuTitles.plan };
const PROPOSED: Doing = { id: PROPOSE_PLAN, title: PROPOSE };
const TURN: Doing = { id: NEXT_YEAR, title: menuTitles[NEXT_YEAR] };
const YEARLY: readonly Doing[] = [PLAN, PROPOSED, TURN];
const INIT: Doing = { id: "init", title: menuTitles.init };

/** 办事: everything that can be done, as the Sheet's menu has it; in a browser there is no such menu. */
export function DoingsScreen({ desk }: { readonly desk: Desk }) {
  return (
    <>
      <Group desk={desk} title={say.FORMS_TITLE} doings={FORMS} />
      <Papers desk={desk} />
      <Group desk={desk} title={say.RULES_TITLE} doings={RULES} />
      <Group desk={desk} title={say.BOOK_TITLE} doings={desk.opening.home === "sheet" ? [...YEARLY, INIT] : YEARLY} />
    </>
  );
}

/** Every paper that can be printed; what it is for is asked. */
function Papers({ desk }: { readonly desk: Desk }) {
  return (
    <fieldset>
      <legend>{PRINT_TITLE}</legend>
      <p class="doings">
        {PAPERS_TO_PRINT.map((kind) => (
          <Button
            key={kind.id}
            text={kind.title}
            hint={kind.about}
            press={() => printPaper(desk, kind, null, () => desk.showScreen("doings"))}
          />
        ))}
      </p>
    </fieldset>
  );
}

function Group({ desk, title, doings }: { readonly desk: Desk; readonly title: string; readonly doings: readonly Doing[] }) {
  const back = (): void => desk.showScreen("doings");
  return (
    <fieldset>
      <legend>{title}</legend>
      <p class="doings">
        {doings.map((one) => (
          <Button key={one.id} text={one.title} press={() => beginAction(desk, one.id, back)} />
        ))}
      </p>
    </fieldset>
  );
}
