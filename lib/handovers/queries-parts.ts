import "server-only";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { listExecutiveAccess } from "@/lib/executives/queries-access";
import type { ExecutiveAccess } from "@/lib/executives/rules-profile";
import { dayOfColumn } from "@/lib/time/day";
import { type DayPart, halfDayIndex, rangeIndexes } from "@/lib/time/half-day";
import { halfDayIn } from "@/lib/time/zone";
import { abilitiesOf, canSeeHandover, type HandoverParty, isEverFor } from "./policy";
import type { Ability } from "./schema";

type Row = {
  ownerId: string | null;
  coverAssistantId: string | null;
  fromOn: Date;
  fromPart: DayPart;
  toOn: Date;
  toPart: DayPart;
};

/** How the actor stands to a handover of an executive. */
export function partIn(
  ctx: Ctx<Person>,
  executiveAccess: ExecutiveAccess,
  row: Pick<Row, "ownerId" | "coverAssistantId">,
): HandoverParty {
  const mine = ctx.actor.assistant?.id;
  return {
    ...executiveAccess,
    isOwner: mine !== undefined && mine === row.ownerId,
    isCover: mine !== undefined && mine === row.coverAssistantId,
  };
}

/** Where the present half-day lies to a handover's stretch. */
export function timesOf(ctx: Ctx<Person>, timeZone: string, row: Row) {
  const at = halfDayIn(timeZone, ctx.now);
  const now = halfDayIndex(at.on, at.part);
  const { first, last } = rangeIndexes({
    from: dayOfColumn(row.fromOn),
    fromPart: row.fromPart,
    to: dayOfColumn(row.toOn),
    toPart: row.toPart,
  });
  return { now, first, last, hasStarted: first <= now, hasEnded: last < now };
}

const HANDOVER = {
  id: true,
  executiveId: true,
  ownerId: true,
  coverAssistantId: true,
  fromOn: true,
  fromPart: true,
  toOn: true,
  toPart: true,
  status: true,
  acknowledgedAt: true,
  version: true,
} as const;

/** One handover the actor may know of, as the verbs need it, locked; any other is not found. */
export async function requireHandoverRow(tx: Ctx<Person>, id: string) {
  await tx.db.$queryRaw`SELECT id FROM handovers WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const row = await tx.db.handover.findUnique({ where: { id }, select: HANDOVER });
  const executiveAccess = row && (await listExecutiveAccess(tx, [row.executiveId])).get(row.executiveId);
  const part = row && executiveAccess && partIn(tx, executiveAccess, row);
  if (!row || !part || !canSeeHandover(part, row.status)) throw new NotFoundError("handover");
  const times = timesOf(tx, part.timeZone, row);
  return { ...row, part, times, can: abilitiesOf(part, row.status, times) };
}

export type LockedHandover = Awaited<ReturnType<typeof requireHandoverRow>>;

/** True when the actor may do it now; not found for those whose it never is. */
export function mayNow(handover: LockedHandover, ability: Ability): boolean {
  if (!isEverFor(handover.part, ability)) throw new NotFoundError("handover");
  return handover.can.includes(ability);
}
