import "server-only";
import { ASKED_STATUSES } from "@/lib/absences/requests/rules-statuses";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { type Day, dayOfColumn, dayToDate } from "@/lib/time/day";
import type { HalfDayRange } from "@/lib/time/half-day";

const MOST_LEAVE = 100;
/** A page carries so many of each kind; others are searched for. */
const MOST_PEOPLE = 100;

/** Leave of a pool that waits for a decision: who and when, never what kind. */
export type WaitingLeave = HalfDayRange & { id: string; name: string };

export type WhatIfOptions = {
  poolId: string;
  assistants: { id: string; name: string }[];
  executives: { id: string; name: string; title: string }[];
  /** There are more people than these. */
  isCut: boolean;
  leave: WaitingLeave[];
};

/** Whom and what a pool's what-if questions can be about between two days: the first by name, and those that `named` names. */
export async function listWhatIfOptions(
  ctx: Ctx<Manager>,
  poolId: string,
  from: Day,
  to: Day,
  named: readonly string[] = [],
): Promise<WhatIfOptions> {
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  const person = { id: true, user: { select: { name: true } } } as const;
  const [[assistants, executives], [askedAssistants, askedExecutives], leave] = await Promise.all([
    readPeople(ctx, { poolId }),
    named.length > 0 ? readPeople(ctx, { poolId, id: { in: [...named] } }) : [[], []],
    ctx.db.absence.findMany({
      where: {
        assistant: { poolId },
        status: { in: [...ASKED_STATUSES] },
        startOn: { lte: dayToDate(to) },
        endOn: { gte: dayToDate(from) },
      },
      select: {
        id: true,
        startOn: true,
        startPart: true,
        endOn: true,
        endPart: true,
        assistant: { select: person },
      },
      orderBy: [{ startOn: "asc" }, { id: "asc" }],
      take: MOST_LEAVE,
    }),
  ]);
  return {
    poolId,
    assistants: withThose(askedAssistants, assistants.slice(0, MOST_PEOPLE)),
    executives: withThose(askedExecutives, executives.slice(0, MOST_PEOPLE)),
    isCut: assistants.length > MOST_PEOPLE || executives.length > MOST_PEOPLE,
    leave: leave.map((row) => ({
      id: row.id,
      name: row.assistant.user.name,
      from: dayOfColumn(row.startOn),
      fromPart: row.startPart,
      to: dayOfColumn(row.endOn),
      toPart: row.endPart,
    })),
  };
}

async function readPeople({ db }: Ctx<Manager>, where: { poolId: string; id?: { in: string[] } }) {
  const asked = { where, orderBy: { user: { name: "asc" as const } }, take: MOST_PEOPLE + 1 };
  const person = { id: true, user: { select: { name: true } } } as const;
  const [assistants, executives] = await Promise.all([
    db.assistant.findMany({ ...asked, select: person }),
    db.executive.findMany({ ...asked, select: { ...person, title: true } }),
  ]);
  return [
    assistants.map(({ id, user }) => ({ id, name: user.name })),
    executives.map(({ id, user, title }) => ({ id, name: user.name, title })),
  ] as const;
}

function withThose<P extends { id: string }>(asked: readonly P[], first: readonly P[]): P[] {
  return [...first, ...asked.filter(({ id }) => !first.some((one) => one.id === id))];
}
