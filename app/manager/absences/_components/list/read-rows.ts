import "server-only";
import type { z } from "zod";
import { type LeaveAmount, listLeaveAmounts } from "@/lib/absences/balances/queries-changes";
import { listAbsences } from "@/lib/absences/requests/queries";
import type { AbsenceView } from "@/lib/absences/requests/schema";
import type { LeaveTypeView } from "@/lib/absences/settings/schema-leave";
import { listLeavers } from "@/lib/absences/settings/service-leavers";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { listLeaveEffects } from "@/lib/coverage/leave-cover/queries-effects";
import type { LeaveEffect } from "@/lib/coverage/leave-cover/rules-effects";
import { addDays, type Day } from "@/lib/time/day";
import type { AbsencesAddress, AbsenceTab } from "../../form-input";

const SHOWN = 25;

export type ReadRows = {
  items: AbsenceView[];
  nextCursor: string | null;
  effects: Map<string, LeaveEffect>;
  amounts: Map<string, LeaveAmount>;
  leavers: Awaited<ReturnType<typeof listLeavers>>;
};

/** A page of a tab's absences, with what each does and takes. */
export async function readRows(
  ctx: Ctx<Manager>,
  filter: z.output<typeof AbsencesAddress>,
  { tab, today, types }: { tab: AbsenceTab; today: Day; types: readonly LeaveTypeView[] },
): Promise<ReadRows> {
  const { q, poolId, type, cursor } = filter;
  const page = { q, poolId, type, cursor, limit: SHOWN };
  const ofTab = {
    decide: { show: "waiting" as const },
    now: { show: "booked" as const, from: today, to: today },
    coming: { show: "booked" as const, startsFrom: addDays(today, 1) },
    all: { status: filter.status, from: filter.from },
  };
  const isStart = tab === "decide" && !cursor && !q;
  const [{ items, nextCursor }, leavers] = await Promise.all([
    listAbsences(ctx, { ...page, ...ofTab[tab] }),
    isStart ? listLeavers(ctx) : [],
  ]);
  const [effects, amounts] = await Promise.all([
    listLeaveEffects(ctx, items),
    listLeaveAmounts(ctx, items, types),
  ]);
  return { items, nextCursor, effects, amounts, leavers };
}
