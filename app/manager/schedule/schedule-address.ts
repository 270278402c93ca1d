import { type IsoWeek, isIsoWeek } from "@/lib/time/iso-week";

/** What the address of the schedule says: ?week=2026-W34&pool=…&role=…. */
export type ScheduleAddress = { week: IsoWeek | null; poolId: string | null; roleId: string | null };

type SearchParams = Record<string, string | string[] | undefined>;

/** Reads the address; what makes no sense is left out. */
export function readScheduleAddress(params: SearchParams): ScheduleAddress {
  const week = first(params.week);
  return {
    week: isIsoWeek(week) ? week : null,
    poolId: first(params.pool) || null,
    roleId: first(params.role) || null,
  };
}

function first(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

/** The address of a week of a pool's schedule. */
export function scheduleHref({ week, poolId, roleId }: Partial<ScheduleAddress>): string {
  const params = new URLSearchParams();
  if (week) params.set("week", week);
  if (poolId) params.set("pool", poolId);
  if (roleId) params.set("role", roleId);
  const text = params.toString();
  return text ? `/manager/schedule?${text}` : "/manager/schedule";
}
