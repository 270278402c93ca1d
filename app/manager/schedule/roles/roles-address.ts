import { z } from "zod";
import { DayInput } from "@/lib/time/inputs";

/** What the address of the role view says: which week of which pool, which day, and which hours of a role are open. */
export const RolesAddress = z.object({
  week: z.string().optional(),
  pool: z.uuid().optional(),
  on: DayInput.optional(),
  role: z.uuid().optional(),
  start: z.coerce.number().int().min(0).max(1440).optional(),
});

type Asked = {
  week: string;
  pool: string;
  on?: string | undefined;
  role?: string | undefined;
  start?: number | undefined;
};

/** The address of a day of a pool's roles, with some hours open. */
export function rolesHref({ week, pool, on, role, start }: Asked): string {
  const params = new URLSearchParams({ week, pool, ...(on && { on }) });
  if (role) params.set("role", role);
  if (start !== undefined) params.set("start", String(start));
  return `/manager/schedule/roles?${params}`;
}
