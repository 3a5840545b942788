import { useContext } from "preact/hooks";
import { FILE_KINDS, type FileKind } from "../../domain/operations/file-kind";
import type { Desk } from "../desk";
import { Busy, Button } from "../parts/button";
import * as say from "../wording/files-screen";
import type { Chosen } from "./chosen";
import { FilePicker } from "./file-picker";
import { type Intake, isEarly } from "./intake";
import { OutcomeView } from "./outcome-view";

interface IntakeProps {
  readonly desk: Desk;
  readonly intake: Intake;
}

/** Asks what the chosen files would bring, and says how far that is. */
function lookAtFiles({ stage }: Desk, intake: Intake): Promise<void> {
  return stage.whileSaying(say.LOOKING, () => intake.look((sentence) => stage.say(sentence)));
}

/** 读入文件: choose, look, take in. */
export function IntakePart({ desk, intake }: IntakeProps) {
  const { chosen, preview, done } = intake;
  const add = (files: readonly File[]): void => {
    intake.add({ files, unread: [] });
    void lookAtFiles(desk, intake);
  };
  return (
    <section aria-label={say.INTAKE_TITLE}>
      <h3>{say.INTAKE_TITLE}</h3>
      <FilePicker id="files" label={say.CHOOSE_FILES} hint={say.CHOOSE_HINT} isMany take={add} />
      {done.length === 0 ? null : (
        <section aria-label={say.DONE_TITLE}>
          <h3>{say.DONE_TITLE}</h3>
          {done.map((outcome, index) => (
            <OutcomeView key={index} desk={desk} outcome={outcome} isDone />
          ))}
          {done.some(({ answer }) => (answer?.json.run ?? null) !== null) ? <p class="notice">{say.AFTERWARDS}</p> : null}
        </section>
      )}
      {chosen.length === 0 ? null : <ChosenFiles desk={desk} intake={intake} />}
      {preview === null ? null : (
        <section aria-label={say.WOULD_TITLE}>
          {preview.map((outcome, index) => (
            <OutcomeView key={index} desk={desk} outcome={outcome} isDone={false} isEarly={isEarly(outcome, preview)} />
          ))}
        </section>
      )}
    </section>
  );
}

/** The files that are chosen; unticking one, or taking it for something else, decides again. */
function ChosenFiles({ desk, intake }: IntakeProps) {
  const { chosen, preview, isFresh } = intake;
  const ticked = chosen.filter(({ isTicked, fault, kind }) => isTicked && fault === "" && kind !== null).length;
  const isRefused = preview?.every(({ answer }) => answer === null) ?? false;
  const again = (change: () => void) => (): void => {
    change();
    void lookAtFiles(desk, intake);
  };
  const takeIn = (): void => {
    void desk.stage.whileSaying(say.LOOKING, async () => {
      try {
        await intake.takeIn((sentence) => desk.stage.say(sentence));
      } finally {
        desk.book.expire();
      }
    });
  };
  return (
    <section aria-label={say.WOULD_TITLE}>
      <h3>{say.WOULD_TITLE}</h3>
      <ul class="files">
        {chosen.map((one) => (
          <ChosenFile
            key={one.key}
            one={one}
            tick={(isTicked) => again(() => intake.tick(one, isTicked))()}
            take={(kind) => again(() => intake.take(one, kind))()}
            force={(isForced) => again(() => intake.force(one, isForced))()}
            remove={again(() => intake.remove(one))}
          />
        ))}
      </ul>
      {ticked === 0 ? <p class="hint">{say.noneTicked}</p> : null}
      {preview !== null && isFresh && ticked > 0 && !isRefused ? (
        <p class="hint">{[say.nothingYet, ...(preview.length > 1 ? [say.inOrder] : [])].join("")}</p>
      ) : null}
      <p class="doings">
        {!isFresh || ticked === 0 || isRefused ? null : <Button text={say.takeIn(ticked)} press={takeIn} kind="main" />}
        <Button text={say.LOOK_AGAIN} press={() => void lookAtFiles(desk, intake)} />
      </p>
    </section>
  );
}

interface ChosenFileProps {
  readonly one: Chosen;
  readonly tick: (isTicked: boolean) => void;
  readonly take: (kind: FileKind) => void;
  readonly force: (isForced: boolean) => void;
  readonly remove: () => void;
}

function ChosenFile({ one, tick, take, force, remove }: ChosenFileProps) {
  const { file, kind, isTicked, isSeen, isQuestion, isForced, fault } = one;
  const isBusy = useContext(Busy);
  const kindOf = (value: string): FileKind => FILE_KINDS.find((known) => known === value) ?? "people";
  return (
    <li>
      <label class="tick">
        <input
          type="checkbox"
          aria-label={say.tickLabel(file.name)}
          checked={isTicked && fault === ""}
          disabled={isBusy || fault !== ""}
          onChange={({ currentTarget }) => tick(currentTarget.checked)}
        />
        {file.name}
      </label>
      {!isSeen || fault !== "" ? null : (
        <select
          aria-label={say.kindLabel(file.name)}
          value={kind ?? ""}
          disabled={isBusy}
          onChange={({ currentTarget }) => take(kindOf(currentTarget.value))}
        >
          {kind === null ? <option value="">{say.CHOOSE_KIND}</option> : null}
          {FILE_KINDS.map((known) => (
            <option key={known} value={known}>
              {say.kinds[known]}
            </option>
          ))}
        </select>
      )}
      <Button text={say.REMOVE} label={say.removeLabel(file.name)} press={remove} kind="small" />
      {isQuestion || isForced ? (
        <label class="tick">
          <input
            type="checkbox"
            aria-label={say.forceLabel(file.name)}
            checked={isForced}
            disabled={isBusy}
            onChange={({ currentTarget }) => force(currentTarget.checked)}
          />
          {say.FORCE}
        </label>
      ) : null}
      {fault === "" ? null : <p class="fault">{fault}</p>}
      {isSeen && kind === null && fault === "" ? <p class="notice">{say.unclearKind}</p> : null}
    </li>
  );
}
