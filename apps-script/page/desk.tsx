import type { AskOf, ValueOf } from "../domain/serving/calls";
import type { Book } from "./book/book";
import type { Place } from "./book/places";
import { CLERK_FORM_ID, ClerkName } from "./forms/clerk-name";
import { CopyQuestion } from "./forms/copy-question";
import type { ManualPart } from "./help/manual";
import { SCREENS, type Screen } from "./screens/list";
import { Told } from "./sentences";
import type { Stage, StepButton } from "./stage";
import { beginAction, NEXT_YEAR } from "./steps/begin";
import { wordsOf } from "./wording/home";
import * as say from "./wording/page";
import * as screens from "./wording/screens";
import { finishTurn } from "./year/finish-turn";
import { turnNotice } from "./year/turn-notice";

type Opening = ValueOf<"open">;

/** In milliseconds: a page that has written itself has read anew by then. */
const OWN_READING = 1_000;

/** What the page on a PC does with files, which a page in a Sheet cannot. */
interface Files {
  readonly screen: Screen;
  /** Where there is no workbook yet: makes one. */
  makeBook(desk: Desk): void;
  /** 结转到下一年度: the new book is another file. */
  turnYear(desk: Desk, back: (() => void) | null): void;
  /** 发给单位, for one unit or for all. */
  sendTo(desk: Desk, unit: string | null): void;
}

/** How the page was opened. `action` is what the menu was clicked for; null is the whole page. `close` is there for a dialog alone. */
export interface Opened {
  readonly action: string | null;
  readonly close: (() => void) | null;
  readonly manual: () => Promise<readonly ManualPart[]>;
  readonly files: Files | null;
}

/** The person at the page: who they are, what they do, which screen they look at. */
export class Desk {
  screen: string | null = null;
  /** Whether it is known who works here, so that somebody else can take over. */
  hasBegun = false;
  private told: Opening | null = null;
  /** What is to be begun before anything else. */
  private wish: string | null = null;
  private parts: readonly ManualPart[] | null = null;
  /** A reading that nobody asked for waits until nothing else goes on. */
  private isBehind = false;
  /** What is shown is to be no older than that, in milliseconds of this page's clock. */
  private wanted = 0;

  constructor(
    readonly book: Book,
    readonly stage: Stage,
    private readonly opened: Opened,
  ) {
    book.onNews = () => stage.tell();
  }

  get files(): Files | null {
    return this.opened.files;
  }

  /** The manual, which is fetched once. */
  async manual(): Promise<readonly ManualPart[]> {
    this.parts ??= await this.opened.manual();
    return this.parts;
  }

  get screens(): readonly Screen[] {
    return this.files ? [...SCREENS, this.files.screen] : SCREENS;
  }

  /** Whether this is the page with all its screens. */
  get isWhole(): boolean {
    return this.opened.action === null && this.hasBegun && !this.lacksBook;
  }

  /** Whether there is no workbook yet, and the page can make one. */
  private get lacksBook(): boolean {
    return this.files !== null && !this.opening.isWorkbook;
  }

  get opening(): Opening {
    if (!this.told) throw new Error("The workbook has not been opened.");
    return this.told;
  }

  /** What a copied Sheet is, who works here, then what is wanted. */
  start(): void {
    void this.stage.whileSaying(say.OPENING, async () => {
      const [opening] = await Promise.all([this.book.open(), this.readAhead()]);
      this.told = opening;
      if (await finishTurn(this)) await this.reopen();
      if (this.opening.isCopy && this.opened.action !== NEXT_YEAR) this.askCopy();
      else this.enter();
    });
  }

  begin(): void {
    this.hasBegun = true;
    const action = this.wish ?? this.opened.action;
    const back = this.opened.action === null ? (): void => this.begin() : null;
    this.wish = null;
    if (this.lacksBook) this.files?.makeBook(this);
    else if (action === null) this.showScreen(this.screen ?? SCREENS[0]?.id ?? "");
    else beginAction(this, action, back);
  }

  /** @param then goes on while the screen is there already */
  showScreen(id: string, then: () => Promise<void> = async () => undefined): void {
    const screen = this.screens.find((one) => one.id === id);
    if (!screen) return;
    this.screen = id;
    this.later(say.READING, async () => {
      await this.book.ready();
      if (this.book.home === "sheet") this.stage.notice = turnNotice(this.book);
      this.stage.show({
        title: screen.heading ?? screen.title,
        content: () => <screen.View desk={this} />,
        buttons: this.closing(),
        isScreen: true,
        refresh: () => this.stage.tell(),
      });
      await screen.shown?.(this);
      await then();
    });
  }

  /** Asks anew what the document is: it may be a workbook by now. */
  async reopen(): Promise<void> {
    this.told = await this.book.open();
    this.book.expire();
  }

  /** Reads the workbook anew, and shows the same of it; what was typed stays. */
  refresh(): void {
    if (this.stage.isBusy) this.catchUp(Date.now());
    else void this.stage.whileSaying(say.READING, () => this.readAnew());
  }

  /** The same where nobody asked for it and what is shown was read before `moment`: once nothing else goes on. */
  catchUp(moment: number): void {
    this.wanted = Math.max(this.wanted, moment);
    if (this.isBehind) return;
    this.isBehind = true;
    void this.stage.unasked(say.READING, async () => {
      this.isBehind = false;
      if (this.book.isOlderThan(this.wanted)) await this.readAnew();
    });
  }

  /** Somebody has written; a reading that is newer than that shows it already. */
  hearOfChange(): void {
    const heard = Date.now();
    setTimeout(() => this.catchUp(heard), OWN_READING);
  }

  /** Shows a place in the Sheet that the page stands beside. */
  jump(place: Place): void {
    void this.stage.whileSaying(screens.JUMPING, async () => {
      if (!(await this.book.server.call("jump", place))) throw new Told(screens.NOT_IN_SHEET);
    });
  }

  changeClerk(): void {
    const known = this.book.clerk;
    const cancel = known === null ? this.closing() : [{ text: say.CANCEL, press: () => this.begin() }];
    this.stage.show({
      title: say.CLERK_TITLE,
      content: () => (
        <ClerkName known={known ?? ""} hint={wordsOf(this.book.home).clerkHint} save={(name) => this.saveClerk(name)} />
      ),
      buttons: [...cancel, { text: say.SAVE, press: () => undefined, isMain: true, form: CLERK_FORM_ID }],
    });
  }

  /** Something that staff asked for: it waits for what is ending, and for what nobody asked for. */
  later(text: string, work: () => Promise<void>): void {
    void this.stage.inTurn(text, work);
  }

  /** What follows from a reading: where nobody asked for that, nobody has asked for this either. */
  afterReading(text: string, work: () => Promise<void>): void {
    const { stage } = this;
    if (stage.isUnasked) setTimeout(() => void stage.unasked(text, work), 0);
    else void stage.inTurn(text, work);
  }

  /** The button that closes a dialog; none beside the Sheet and in a browser. */
  closing(): readonly StepButton[] {
    const { close } = this.opened;
    return close ? [{ text: say.CLOSE, press: close }] : [];
  }

  /** Where nothing is shown yet but that something went wrong. */
  wayOut(alert: string): readonly StepButton[] {
    return alert === "" ? [] : this.closing();
  }

  /** The workbook is read while the document tells who works here; what goes wrong with it is told when it is needed. */
  private async readAhead(): Promise<void> {
    if (this.opened.action === "init") return;
    await this.book.ready().catch(() => undefined);
  }

  private async readAnew(): Promise<void> {
    await this.book.read();
    this.stage.step?.refresh?.();
  }

  private enter(): void {
    if (this.book.clerk === null) this.changeClerk();
    else this.begin();
  }

  private askCopy(): void {
    const answer = (copy: AskOf<"open">["copy"]) => (): void => {
      void this.stage.whileSaying(say.WRITING, async () => {
        this.told = await this.book.open({ clerk: null, copy });
        this.book.expire();
        this.enter();
      });
    };
    this.stage.show({
      title: say.COPY_TITLE,
      content: () => <CopyQuestion />,
      buttons: [
        { text: say.COPY_LATER, press: () => this.enter() },
        { text: say.COPY_NEXT.name, press: () => this.beginTurn() },
        { text: say.COPY_SAME.name, press: answer("same") },
        { text: say.COPY_NEW.name, press: answer("new") },
      ],
    });
  }

  /** The next year is what the copy was made for: nothing else is asked about it. */
  private beginTurn(): void {
    this.wish = NEXT_YEAR;
    this.enter();
  }

  private saveClerk(clerk: string): void {
    void this.stage.whileSaying(say.SAVING, async () => {
      this.told = await this.book.open({ clerk, copy: null });
      this.begin();
    });
  }
}
