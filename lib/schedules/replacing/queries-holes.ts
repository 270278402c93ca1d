import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { requireRoster } from "@/lib/schedules/week/queries";
import type { Roster } from "@/lib/schedules/week/rules-roster";
import { isoWeekOf } from "@/lib/time/iso-week";
import { peopleForHours, type Replacements } from "./rules";
import type { RoleHoursInput } from "./schema";

/** Who could work some hours of a role by the plan, drafts counted as published, the best first; and what bars the others. */
export async function listPeopleForHours(
  ctx: Ctx<Manager>,
  { poolId, ...hours }: RoleHoursInput,
): Promise<Replacements & { roster: Roster }> {
  const roster = await requireRoster(ctx, { poolId, week: isoWeekOf(hours.on) });
  if (!roster.roles.some(({ id }) => id === hours.roleId)) throw new NotFoundError("work role");
  return { ...peopleForHours(roster, hours), roster };
}
