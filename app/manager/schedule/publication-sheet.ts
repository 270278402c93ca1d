import type { previewSchedule } from "@/lib/coverage/publishing/queries";
import type { GapChange } from "@/lib/coverage/publishing/rules-decisions";
import type { ShiftChange } from "@/lib/schedules/publishing/rules";
import { findingsWithoutReason } from "@/lib/schedules/publishing/rules-preview";
import type { Finding } from "@/lib/schedules/week/rules-findings-kinds";

/** One person of a publication: their changes, and what of them needs a reason. */
export type PersonToTell = {
  assistantId: string;
  name: string;
  changes: ShiftChange[];
  findings: Finding[];
};

/** What the sheet says before a week is published. */
export type PublicationSheet = {
  version: number;
  people: PersonToTell[];
  unchanged: number;
  /** Drafts that stay drafts, by the person's name. */
  leftOut: { name: string; shiftId: string; rule: "overlap" | "away" | "not_employed" | "day_passed" }[];
  drafts: number;
  notice: { is: number; limit: number } | null;
  opened: GapChange[];
  closed: GapChange[];
};

/** The sheet of a publication that is about to be made. */
export function publicationSheet({
  roster,
  plan,
  effects,
}: Awaited<ReturnType<typeof previewSchedule>>): PublicationSheet {
  const names = new Map(roster.people.map(({ id, name }) => [id, name]));
  const missing = findingsWithoutReason(plan.findings, []);
  const ids = [...new Set([...plan.changes, ...missing].map(({ assistantId }) => assistantId))];
  const inOrder = roster.people.flatMap(({ id }) => (ids.includes(id) ? [id] : []));
  const people = inOrder.map((assistantId) => ({
    assistantId,
    name: names.get(assistantId) ?? "",
    changes: plan.changes.filter((one) => one.assistantId === assistantId),
    findings: missing.filter((one) => one.assistantId === assistantId),
  }));
  const personOf = (shiftId: string) => roster.shifts.find(({ id }) => id === shiftId)?.assistantId ?? "";
  return {
    version: roster.version,
    people,
    unchanged: roster.people.length - people.length,
    leftOut: plan.leftOut.map((one) => ({ ...one, name: names.get(personOf(one.shiftId)) ?? "" })),
    drafts: plan.drafts.length,
    notice: plan.isLate ? { is: plan.noticeDays ?? 0, limit: roster.rules.policy.noticeDays } : null,
    opened: effects.opened,
    closed: effects.closed,
  };
}
