import "server-only";
import type { Administrator, Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { EMPLOYMENTS, hasLeft } from "@/lib/employment";
import { type Refusal, refuse } from "@/lib/result";
import type { Prisma } from "@/prisma/generated/client/client";
import { canHoldKeyTo, type InvitedAccount } from "./policy";
import { readAccountFacts } from "./queries-standing";
import { standingOf } from "./rules";
import type { AccountStanding, InvitedList, InviteRefusal } from "./schema";

const ROLE = { select: { ...EMPLOYMENTS.assistant.select, poolId: true } } as const;

const INVITEE = {
  id: true,
  name: true,
  email: true,
  ...EMPLOYMENTS,
  assistant: ROLE,
  executive: ROLE,
} as const satisfies Prisma.UserSelect;

/** An account as far as inviting its person goes. */
export type Invitee = InvitedAccount & {
  name: string;
  email: string;
  standing: AccountStanding;
  hasLeft: boolean;
};

/** The accounts that are asked for, by name. */
export async function listInvitees(
  { db, now }: Ctx,
  where: Prisma.UserWhereInput,
  most: number,
): Promise<Invitee[]> {
  const rows = await db.user.findMany({
    where,
    select: INVITEE,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: most,
  });
  const facts = await readAccountFacts(
    db,
    rows.map(({ id }) => id),
  );
  return rows.flatMap((row) => {
    const known = facts.get(row.id);
    if (!known) return [];
    return [
      {
        userId: row.id,
        name: row.name,
        email: row.email,
        isAdministrator: row.isAdministrator,
        managedPoolIds: row.managedPools.map((pool) => pool.poolId),
        poolIds: [row.assistant, row.executive].flatMap((role) => (role ? [role.poolId] : [])),
        hasLeft: hasLeft(row, now),
        standing: standingOf(known, now),
      },
    ];
  });
}

/** Why the actor may make no link for an account; null when they may. */
export function refusalOfInviting(
  actor: Manager | Administrator,
  account: Invitee,
): Refusal<InviteRefusal> | null {
  const { state } = account.standing;
  if (state === "disabled" || account.hasLeft) return refuse("account_disabled");
  if (!canHoldKeyTo(actor, account)) return refuse("not_yours_to_invite");
  return state === "active" && !actor.isAdministrator ? refuse("has_password") : null;
}

/** Those of a list who were never invited and whom the actor may invite. */
export function whereNeverInvited(
  { actor, now }: Ctx<Manager | Administrator>,
  list: InvitedList,
  poolId?: string,
): Prisma.UserWhereInput {
  const led = [...actor.managedPoolIds];
  const employment = {
    poolId: { in: poolId ? led.filter((id) => id === poolId) : led },
    OR: [{ leavesOn: null }, { leavesOn: { gte: now } }],
  };
  const ofList: Record<InvitedList, Prisma.UserWhereInput> = {
    assistants: { assistant: employment },
    executives: { executive: employment },
    accounts: actor.isAdministrator ? {} : { OR: [{ assistant: employment }, { executive: employment }] },
  };
  const mayHoldKey: Prisma.UserWhereInput = {
    OR: [{ id: actor.userId }, { isAdministrator: false, managedPools: { every: { poolId: { in: led } } } }],
  };
  return {
    passwordHash: null,
    disabledAt: null,
    invitedAt: null,
    AND: [ofList[list], actor.isAdministrator ? {} : mayHoldKey],
  };
}

/** How many of a list were never invited, as far as the actor may invite them. */
export function countNeverInvited(
  ctx: Ctx<Manager | Administrator>,
  list: InvitedList,
  poolId?: string,
): Promise<number> {
  return ctx.db.user.count({ where: whereNeverInvited(ctx, list, poolId) });
}
