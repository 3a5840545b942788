import type { Done } from "../../../apps-script/domain/operations/define-operation";
import { loadPlanOperation } from "../../../apps-script/domain/operations/load-plan";
import { type Operation, operationOf } from "../../../apps-script/domain/operations/operation";
import { CLERK_OPERATIONS } from "../../../apps-script/domain/operations/registry";
import { undoOperation } from "../../../apps-script/domain/operations/undo";
import type { StatedClass } from "../../../apps-script/domain/plan/training-class";
import { ruleOf } from "../../../apps-script/domain/rules/actions";
import { perform, type Receipt } from "../../../node-sync/src/perform";
import type { Lab } from "../../hosts/lab";
import { type Errand, givenTo } from "./agenda";

const CLERKS = ["小周", "老吴"] as const;

/** Two clerks who take turns, each run some minutes after the last one. */
export class Clerks {
  runs = 0;
  private minutes = 0;
  private today = "";

  constructor(private readonly lab: Lab) {}

  begin(today: string): void {
    this.today = today;
    this.minutes = 0;
  }

  async loadPlan(classes: readonly StatedClass[]): Promise<void> {
    await this.perform(loadPlanOperation(classes, 2024));
  }

  async all(): Promise<void> {
    await this.perform(operationOf("all", "全部执行", ruleOf("all")));
  }

  /** What the operation told; nothing where there was nothing to do. */
  async run(errand: Errand): Promise<Done | null> {
    const bound = CLERK_OPERATIONS.find((one) => one.id === errand.id)?.bind(givenTo(errand));
    if (!bound || "problems" in bound) throw new Error(`${errand.id}: ${JSON.stringify(bound)}`);
    return (await this.perform(bound)).report ?? null;
  }

  async undoLast(): Promise<Receipt> {
    return this.perform(undoOperation(), false);
  }

  private async perform<R>(operation: Operation<R>, isCounted = true): Promise<Receipt<R>> {
    const minute = this.minutes++;
    const clock = `${String(8 + Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
    const clerk = CLERKS[minute % 2] ?? CLERKS[0];
    const head = { time: `${this.today}T${clock}:00+08:00`, clerk, source: "命令行" } as const;
    const receipt = await perform(this.lab.host, operation, { today: this.today, head });
    if (isCounted && receipt.run !== null) this.runs++;
    return receipt;
  }
}
