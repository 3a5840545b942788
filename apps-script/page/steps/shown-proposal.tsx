import { BadInput } from "../../domain/operations/inputs/bad-input";
import type { Proposal } from "../deciding/proposal";
import type { Desk } from "../desk";
import { ReportView } from "../parts/report-view";
import { previewOf } from "../report/report";
import type { Report } from "../report/view";
import { Told } from "../sentences";
import type { Step, StepButton } from "../stage";
import { APPLY } from "../wording/page";
import { changedSincePreview, DECIDING } from "../wording/report";
import { Ticking } from "./ticking";

interface Handlers {
  /** The buttons that lead elsewhere. */
  readonly leading: readonly StepButton[];
  readonly apply: (proposal: Proposal) => void;
  /** The workbook was read anew: `again` decides the same with the ticks as they are by now. */
  readonly refresh: (proposal: Proposal, again: () => Promise<Proposal>) => void;
}

/** A proposal in front of the person. Whom they leave out is decided anew in the same place, so that they go on ticking. */
export class ShownProposal {
  private report: Report;
  private front: Step | null = null;
  private readonly ticking: Ticking;

  /** @param since the preview that it takes the place of, as the workbook changed */
  constructor(
    private readonly desk: Desk,
    private proposal: Proposal,
    private readonly handlers: Handlers,
    since: Proposal | null,
  ) {
    this.report = previewOf(proposal.described, since && changedSincePreview());
    this.ticking = new Ticking(
      proposal.described.choices,
      () => this.renew(),
      () => void this.decideTicked(),
    );
  }

  show(): void {
    this.front = this.step();
    this.desk.stage.show(this.front);
  }

  private renew(): void {
    this.front = this.step();
    this.desk.stage.renew(this.front);
  }

  private step(): Step {
    const { proposal, report, ticking } = this;
    const { leading, apply, refresh } = this.handlers;
    const isReady = !report.isNothing && ticking.isDecided;
    const again = () => (ticking.isDecided ? proposal.again() : proposal.without(ticking.leftOut));
    return {
      title: report.headline,
      content: () => <ReportView report={report} ticks={ticking} />,
      buttons: [...leading, ...(isReady ? [{ text: APPLY, press: () => apply(proposal), isMain: true }] : [])],
      refresh: () => refresh(proposal, again),
    };
  }

  /** The person may have gone on to another step, or the workbook was read anew and decides something else. */
  private get isInFront(): boolean {
    return this.desk.stage.step === this.front;
  }

  private async decideTicked(): Promise<void> {
    if (!this.isInFront) return;
    await this.desk.stage.whileSaying(DECIDING, () => this.decideWithout());
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
      this.ticking.adopt(asked, next.described.choices);
    } catch (error) {
      this.ticking.takeBack();
      throw error instanceof BadInput ? new Told(error.fields.map(({ why }) => why).join("")) : error;
    } finally {
      if (this.isInFront) this.renew();
    }
  }
}
