import type { Staffing } from "@/lib/coverage/office/rules";
import type { CoverRun } from "@/lib/covers/rules";
import { type Cut, cutCover } from "@/lib/covers/rules-cuts";

/** Cuts that make room for new covers, the weekends they bridge included, so that no two covers of one duty overlap. */
export function cutsFor(office: Staffing, runs: readonly CoverRun[]): Cut[] {
  const runsOf = new Map<string, CoverRun[]>();
  for (const run of runs) runsOf.set(run.executiveId, [...(runsOf.get(run.executiveId) ?? []), run]);
  return office.executives.flatMap(({ id, duties }) => {
    const holes = runsOf.get(id);
    if (!holes) return [];
    const dutyIds = duties.map((duty) => duty.dutyId);
    return (office.covers.get(id) ?? []).flatMap((cover) => cutCover(cover, holes, dutyIds) ?? []);
  });
}
