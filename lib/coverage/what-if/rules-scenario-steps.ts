import type { Office } from "@/lib/coverage/office/rules";
import type { Day } from "@/lib/time/day";
import {
  type AwayPerson,
  type NewAssistant,
  type NewExecutive,
  withAbsences,
  withLoan,
  withNewAssistant,
  withNewExecutive,
  withoutCoversOn,
  withResignation,
  withSkill,
} from "./rules-scenario";

/** One change of an office, with all it speaks of: plain data, so that another thread can make it. */
export type ScenarioStep =
  | { kind: "resigns"; assistantId: string; from: Day }
  | { kind: "executive_joins"; newcomer: NewExecutive }
  | { kind: "assistant_joins"; newcomer: NewAssistant }
  | { kind: "no_cover"; weekday: number }
  | { kind: "leave_approved"; away: AwayPerson }
  | { kind: "pool_lends"; lenderId: string; borrowerId: string }
  | { kind: "skill_raised"; assistantId: string; dutyId: string; level: number };

/** The office after some changes, in their order. */
export function applySteps(office: Office, steps: readonly ScenarioStep[]): Office {
  return steps.reduce(withStep, office);
}

function withStep(office: Office, step: ScenarioStep): Office {
  switch (step.kind) {
    case "resigns":
      return withResignation(office, step.assistantId, step.from);
    case "executive_joins":
      return withNewExecutive(office, step.newcomer);
    case "assistant_joins":
      return withNewAssistant(office, step.newcomer);
    case "no_cover":
      return withoutCoversOn(office, step.weekday);
    case "leave_approved":
      return withAbsences(office, [step.away]);
    case "pool_lends":
      return withLoan(office, step.lenderId, step.borrowerId);
    case "skill_raised":
      return withSkill(office, step);
  }
}

/** The weekdays on which nobody covers any more. */
export function closedWeekdays(steps: readonly ScenarioStep[]): number[] {
  return steps.flatMap((step) => (step.kind === "no_cover" ? [step.weekday] : []));
}
