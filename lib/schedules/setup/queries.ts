import "server-only";
import type { Manager, Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import type { Db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import type { DemandWindow } from "@/lib/schedules/week/rules-demand";
import { dayOfColumn } from "@/lib/time/day";
import type { RoleDemand } from "@/prisma/generated/client/client";
import { DEFAULT_POLICY, type SchedulePolicyRules } from "./rules";
import {
  type DemandView,
  type SchedulePolicyView,
  type TemplateView,
  TemplateWork,
  type WorkRoleView,
} from "./schema";

/** The kinds of work in shifts, in their own order, retired ones too. */
export async function listWorkRoles({ db }: Pick<Ctx<Person>, "db">): Promise<WorkRoleView[]> {
  const rows = await db.workRole.findMany({ orderBy: [{ sortOrder: "asc" }, { id: "asc" }] });
  return rows.map(({ sortOrder: _, ...role }) => role);
}

/** One kind of work; an unknown one is not found. */
export async function requireWorkRole(ctx: Ctx<Person>, id: string): Promise<WorkRoleView> {
  const role = (await listWorkRoles(ctx)).find((one) => one.id === id);
  if (!role) throw new NotFoundError("work role");
  return role;
}

/** What a pool's roles need, in the order of roles, days and hours. */
export async function listDemand(ctx: Ctx<Manager>, poolId: string): Promise<DemandView[]> {
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  const rows = await ctx.db.roleDemand.findMany({
    where: { poolId },
    orderBy: [
      { role: { sortOrder: "asc" } },
      { roleId: "asc" },
      { on: "asc" },
      { weekday: "asc" },
      { startMinute: "asc" },
    ],
  });
  return rows.map(demandView);
}

/** One row of what a pool led needs; any other is not found. */
export async function requireDemand(ctx: Ctx<Manager>, id: string): Promise<DemandView> {
  const row = await ctx.db.roleDemand.findUnique({ where: { id } });
  if (!row || !canManagePool(ctx.actor, row.poolId)) throw new NotFoundError("demand");
  return demandView(row);
}

function demandView({ on, validFrom, validTo, ...row }: RoleDemand): DemandView & DemandWindow {
  return {
    ...row,
    on: on && dayOfColumn(on),
    validFrom: dayOfColumn(validFrom),
    validTo: validTo && dayOfColumn(validTo),
  };
}

/** What a pool's roles need in a week. */
export async function readDemand(db: Db, poolId: string, from: Date, to: Date): Promise<DemandWindow[]> {
  const rows = await db.roleDemand.findMany({
    where: {
      poolId,
      OR: [
        { on: { gte: from, lte: to } },
        { on: null, validFrom: { lte: to }, OR: [{ validTo: null }, { validTo: { gte: from } }] },
      ],
    },
  });
  return rows.map(demandView);
}

/** The hours a pool plans again and again, by when they begin. */
export async function listTemplates(ctx: Ctx<Manager>, poolId: string): Promise<TemplateView[]> {
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  const rows = await ctx.db.shiftTemplate.findMany({
    where: { poolId },
    orderBy: [{ startMinute: "asc" }, { name: "asc" }],
  });
  return rows.map(({ work, version: _, ...row }) => ({ ...row, work: TemplateWork.parse(work) }));
}

/** What holds in a pool, and its version; 0 while it has the defaults. */
export async function readPolicy(db: Db, poolId: string): Promise<SchedulePolicyRules & { version: number }> {
  const row = await db.schedulePolicy.findUnique({ where: { poolId } });
  if (!row) return { ...DEFAULT_POLICY, version: 0 };
  const { poolId: _, overContract, ...rest } = row;
  return { ...rest, overContractMinutes: overContract };
}

/** What a pool's shifts are checked against, for its managers. */
export async function getSchedulePolicy(ctx: Ctx<Manager>, poolId: string): Promise<SchedulePolicyView> {
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  return { poolId, ...(await readPolicy(ctx.db, poolId)) };
}
