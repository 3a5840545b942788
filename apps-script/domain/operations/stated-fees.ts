import { byPlace } from "../changes/outcome";
import { findStatedFees, type StatedFees } from "../plan/stated-fees";
import type { Operation } from "./operation";

/** The loading of a plan, which also says where the notice states other fees than 设置. */
export function withStatedFees(operation: Operation, fees: StatedFees | undefined): Operation {
  if (fees === undefined) return operation;
  return {
    ...operation,
    decide: (snapshot, context) => {
      const decision = operation.decide(snapshot, context);
      const findings = [...decision.findings, ...findStatedFees(fees, context.settings)];
      return { ...decision, findings: findings.sort(byPlace) };
    },
  };
}
