import type { GridRole } from "@/app/manager/schedule/schedule-data";

/** Roles by id, for words that only need their names. */
export function roleMapOf(roles: Readonly<Record<string, string>>): ReadonlyMap<string, GridRole> {
  return new Map(
    Object.entries(roles).map(([id, name]) => [id, { id, name, letter: "", isWithExecutives: false }]),
  );
}
