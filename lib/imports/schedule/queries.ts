import "server-only";
import type { Manager } from "@/lib/actor";
import { listPoolPatterns, type PoolPattern } from "@/lib/assistants/queries-pattern";
import type { Ctx } from "@/lib/context";
import { listPools } from "@/lib/pools/queries";
import { listWorkRoles } from "@/lib/schedules/setup/queries";
import type { WorkRoleView } from "@/lib/schedules/setup/schema";

/** What the rows of a schedule's files may name: pools one leads and roles by name in lower case, assistants by e-mail. */
export type KnownSchedule = {
  pools: ReadonlyMap<string, { id: string; timeZone: string }>;
  roles: ReadonlyMap<string, WorkRoleView>;
  assistants: ReadonlyMap<string, PoolPattern>;
};

/** Reads what files of a schedule may name, in a bounded number of statements. */
export async function loadKnownSchedule(ctx: Ctx<Manager>): Promise<KnownSchedule> {
  const pools = await listPools(ctx);
  const [patterns, roles] = await Promise.all([
    listPoolPatterns(
      ctx,
      pools.map(({ id }) => id),
    ),
    listWorkRoles(ctx),
  ]);
  return {
    pools: new Map(pools.map(({ id, name, timeZone }) => [name.toLowerCase(), { id, timeZone }])),
    roles: new Map(
      roles.flatMap((role) => [role.nameSv, role.nameEn].map((name) => [name.toLowerCase(), role])),
    ),
    assistants: new Map(patterns.map((one) => [one.email.toLowerCase(), one])),
  };
}
