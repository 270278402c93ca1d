import "server-only";
import type { PublicCtx } from "@/lib/context";
import { type Refusal, refuse } from "@/lib/result";
import { readRoster } from "@/lib/schedules/week/queries-roster";
import type { Finding } from "@/lib/schedules/week/rules-findings-kinds";
import type { Roster } from "@/lib/schedules/week/rules-roster";
import { type DraftRefusal, refusalOfFinding } from "@/lib/schedules/week/service-drafts";
import { isoWeekOf } from "@/lib/time/iso-week";
import type { ShiftRequestFacts } from "./queries";
import { findingsOfHandOns, handOnsOf, type ShiftHandOn } from "./rules";

/** The weeks that some shifts lie in, each read once with the people named. */
export function readRostersOf(
  ctx: PublicCtx,
  poolId: string,
  handOns: readonly ShiftHandOn[],
): Promise<Roster[]> {
  const weeks = [...new Set(handOns.map(({ shift }) => isoWeekOf(shift.on)))].sort();
  const people = [
    ...new Set(
      handOns.flatMap(({ shift, toId }) => (shift.assistantId ? [toId, shift.assistantId] : [toId])),
    ),
  ];
  return Promise.all(weeks.map((week) => readRoster(ctx, poolId, week, people)));
}

/** What would be found of shifts that are handed on, over all the weeks they lie in. */
export async function readFindingsOfHandOns(
  ctx: PublicCtx,
  poolId: string,
  handOns: readonly ShiftHandOn[],
): Promise<{ findings: Finding[]; refusal: Refusal<DraftRefusal> | null }> {
  const rosters = await readRostersOf(ctx, poolId, handOns);
  const findings = rosters.flatMap((roster) => findingsOfHandOns(roster, handOns));
  const gone = handOns.find(({ shift, toId }) =>
    rosters.some(({ week, people }) => week === isoWeekOf(shift.on) && !people.some(({ id }) => id === toId)),
  );
  if (gone) return { findings, refusal: refuse("shift_not_employed", { details: { on: gone.shift.on } }) };
  for (const finding of findings) {
    const reason = refusalOfFinding(finding);
    if (reason)
      return { findings, refusal: refuse(reason, { details: { ...finding.details, on: finding.on } }) };
  }
  return { findings, refusal: null };
}

/** What a request would do once approved, for its taker or somebody who offers; null while nobody has accepted. */
export function handOnsOfRequest(
  { kind, shift, withShift, owner, taker, answers }: ShiftRequestFacts,
  assistantId?: string,
): ShiftHandOn[] | null {
  const offered = answers.filter(({ answer }) => answer === "accepted").map(({ id }) => id);
  const takerId =
    kind === "take" ? (offered.find((id) => id === assistantId) ?? offered[0]) : (taker?.id ?? undefined);
  return takerId ? handOnsOf({ shift, withShift, ownerId: owner?.id ?? null, takerId }) : null;
}
