import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { readRoster } from "@/lib/schedules/week/queries-roster";
import { type PlannedShift, plannedShifts } from "@/lib/schedules/week/rules";
import type { Roster } from "@/lib/schedules/week/rules-roster";
import { isoWeekOf } from "@/lib/time/iso-week";
import { type Replacements, replacementsOf, type WantedHours } from "./rules";
import type { RoleHoursInput } from "./schema";

/** Who could work some hours of a role by the plan, drafts counted as published, the best first; and what bars the others. */
export async function listPeopleForHours(
  ctx: Ctx<Manager>,
  input: RoleHoursInput,
): Promise<Replacements & { roster: Roster; wanted: WantedHours }> {
  const { poolId, on, roleId, startMinute, endMinute } = input;
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  const roster = await readRoster(ctx, poolId, isoWeekOf(on));
  if (!roster.roles.some(({ id }) => id === roleId)) throw new NotFoundError("work role");
  const wanted = { startMinute, endMinute, work: [{ roleId, startMinute, endMinute }] };
  const nobodys: PlannedShift = {
    ...{ id: "wanted", assistantId: null, on, startMinute, endMinute, work: wanted.work },
    ...{ breakStartMinute: startMinute, breakMinutes: 0, status: "draft", version: 0 },
    ...{ supersedesId: null, isRemoval: false },
  };
  const planned = plannedShifts(roster.shifts);
  return { ...replacementsOf(roster, nobodys, [wanted], planned), roster, wanted };
}
