import { BadInput } from "../../domain/operations/inputs/bad-input";
import type { Proposal } from "../deciding/proposal";
import { previewOf } from "../report/report";
import type { Report } from "../report/view";
import { Told } from "../sentences";
import type { Stage, Step, StepButton } from "../stage";
import { APPLY } from "../wording/page";
import { changedSincePreview, DECIDING } from "../wording/report";
import { Ticking } from "./ticking";

interface Handlers {
  /** The buttons that lead elsewhere. */
  readonly leading: readonly StepButton[];
  readonly draw: (report: Report, ticks: Ticking) => object;
  readonly apply: (shown: ShownProposal, proposal: Proposal) => void;
  /** The workbook was read anew. */
  readonly refresh: (shown: ShownProposal) => void;
}

/**
 * A proposal in front of the person. Whom they leave out is decided anew in the same place, so that they go on ticking; another
 * proposal that takes its place goes on with their ticks.
 */
export class ShownProposal {
  private report: Report;
  private front: Step | null = null;
  private readonly ticking: Ticking;

  constructor(
    private readonly stage: Stage,
    private proposal: Proposal,
    private readonly handlers: Handlers,
  ) {
    this.report = previewOf(proposal.described);
    this.ticking = new Ticking(
      proposal.described.choices,
      () => this.renew(),
      () => void this.decideTicked(),
    );
  }

  show(): void {
    this.front = this.step();
    this.stage.show(this.front);
  }

  /** Whether a proposal is the one that is shown, with the ticks as they are. */
  isStill(proposal: Proposal): boolean {
    return this.proposal === proposal && this.ticking.isDecided;
  }

  /** Of a newer reading of the workbook: nothing is shown anew unless something else is decided. */
  async decideAgain(): Promise<void> {
    if (!this.isInFront) return;
    const next = await this.proposal.again();
    if (this.isInFront && next.isOther) this.giveWayTo(next);
  }

  /** The workbook says something else by now, and so does what is decided about it with the same ticks. */
  giveWayTo(next: Proposal): void {
    this.proposal = next;
    this.report = previewOf(next.described, changedSincePreview());
    this.ticking.adopt(next.described.choices);
    this.show();
  }

  private renew(): void {
    this.front = this.step();
    this.stage.renew(this.front);
  }

  private step(): Step {
    const { proposal, report, ticking } = this;
    const { leading, draw, apply, refresh } = this.handlers;
    const isReady = !report.isNothing && ticking.isDecided;
    return {
      title: report.headline,
      content: () => draw(report, ticking),
      buttons: [...leading, ...(isReady ? [{ text: APPLY, press: () => apply(this, proposal), isMain: true }] : [])],
      refresh: () => refresh(this),
    };
  }

  /** The person may have gone on to another step, or the workbook was read anew and decides something else. */
  private get isInFront(): boolean {
    return this.stage.step === this.front;
  }

  private async decideTicked(): Promise<void> {
    if (!this.isInFront) return;
    await this.stage.whileSaying(DECIDING, () => this.decideWithout());
    // Something else was asked for at the time.
    if (!this.ticking.isDecided) this.ticking.decideSoon();
  }

  private async decideWithout(): Promise<void> {
    if (!this.isInFront) return;
    const asked = this.ticking.leftOut;
    try {
      const next = await this.proposal.without(asked);
      this.report = previewOf(next.described);
      this.proposal = next;
      this.ticking.adopt(next.described.choices, asked);
    } catch (error) {
      this.ticking.takeBack(asked);
      throw error instanceof BadInput ? new Told(error.fields.map(({ why }) => why).join("")) : error;
    } finally {
      if (this.isInFront) this.renew();
    }
  }
}
