import "server-only";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { notify } from "@/lib/notices/service-notify";
import { managersOf } from "@/lib/pools/queries-managers";
import { hoursNoticeRange, scheduleNotice } from "@/lib/schedules/notices";
import type { PlannedShift } from "@/lib/schedules/week/rules";
import { readShiftRequest, type ShiftRequestFacts } from "./queries";
import type { AskForShiftInput } from "./schema";
import { auditOfRequest } from "./service-records";

/** A published shift, and the pool it is of. */
export type Owned = PlannedShift & { poolId: string };

/** What is asked about: a shift, the one it is exchanged for, and when the question ends. */
export type Asked = { shift: Owned; withShift: Owned | null; expiresAt: Date };

/** Joins those who offer to take the same open shift. */
export async function joinOffers(tx: Ctx<Person>, requestId: string, assistantId: string): Promise<string> {
  const answer = { answer: "accepted", answeredAt: tx.now } as const;
  await tx.db.shiftRequestAnswer.upsert({
    where: { requestId_assistantId: { requestId, assistantId } },
    create: { requestId, assistantId, ...answer },
    update: answer,
  });
  await auditOfRequest(tx, "shift_request.offered", requestId, assistantId);
  return requestId;
}

/** Writes that somebody could take an open shift. */
export async function writeOffer(
  tx: Ctx<Person>,
  { shift, expiresAt }: Asked,
  kind: AskForShiftInput["kind"],
  assistantId: string,
): Promise<string> {
  const { id } = await tx.db.shiftRequest.create({
    data: {
      ...{ poolId: shift.poolId, kind, shiftId: shift.id, shiftVersion: shift.version, expiresAt },
      ...{ status: "pending_approval", askedById: tx.actor.userId, askedAt: tx.now },
      answers: { create: { assistantId, answer: "accepted", answeredAt: tx.now } },
    },
    select: { id: true },
  });
  await auditOfRequest(tx, "shift_request.offered", id, assistantId);
  return id;
}

type ToWrite = { kind: AskForShiftInput["kind"]; ownerId: string | null; toIds: readonly string[] };

/** Writes a request about a shift, and tells those who are asked. */
export async function writeRequest(
  tx: Ctx<Person>,
  { shift, withShift, expiresAt }: Asked,
  { kind, ownerId, toIds }: ToWrite,
): Promise<string> {
  const { id } = await tx.db.shiftRequest.create({
    data: {
      ...{ poolId: shift.poolId, kind, shiftId: shift.id, shiftVersion: shift.version, expiresAt, ownerId },
      ...(withShift && { withShiftId: withShift.id, withShiftVersion: withShift.version }),
      ...{ status: "pending_acceptance", askedById: tx.actor.userId, askedAt: tx.now },
      answers: { createMany: { data: toIds.map((assistantId) => ({ assistantId })) } },
    },
    select: { id: true },
  });
  await auditOfRequest(tx, "shift_request.asked", id, ownerId);
  await tellAsked(tx, id, toIds);
  return id;
}

/** Asks more people in a request; those who are asked already are not asked again. */
export async function askMore(tx: Ctx<Person>, requestId: string, toIds: readonly string[]): Promise<string> {
  const { answers } = await requireWrittenRequest(tx, requestId);
  const more = toIds.filter((id) => !answers.some((one) => one.id === id));
  await tx.db.shiftRequestAnswer.createMany({
    data: more.map((assistantId) => ({ requestId, assistantId })),
  });
  for (const assistantId of more) await auditOfRequest(tx, "shift_request.asked", requestId, assistantId);
  await tellAsked(tx, requestId, more);
  return requestId;
}

async function tellAsked(tx: Ctx<Person>, requestId: string, toIds: readonly string[]): Promise<void> {
  const { owner, askedBy, shift, kind, answers } = await requireWrittenRequest(tx, requestId);
  const users = answers.filter(({ id }) => toIds.includes(id)).map(({ userId }) => userId);
  const params = { requestId, name: (owner ?? askedBy).name, range: hoursNoticeRange(shift), kind };
  await notify(tx, scheduleNotice("shift_request_asked", users, params));
}

/** Tells a pool's managers who waits for their word. */
export async function tellManagers(tx: Ctx<Person>, id: string, assistantId: string): Promise<void> {
  const { poolId, shift, answers, kind } = await requireWrittenRequest(tx, id);
  const name = answers.find((one) => one.id === assistantId)?.name ?? "";
  const params = { requestId: id, name, range: hoursNoticeRange(shift), kind };
  await notify(tx, scheduleNotice("shift_request_waiting", await managersOf(tx, poolId), params));
}

async function requireWrittenRequest(tx: Ctx<Person>, id: string): Promise<ShiftRequestFacts> {
  const request = await readShiftRequest(tx, id);
  if (!request) throw new Error(`shift request ${id} was not written`);
  return request;
}
