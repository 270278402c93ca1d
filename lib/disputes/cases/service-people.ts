import "server-only";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { ok, type Result, refuse } from "@/lib/result";
import { listHandlers } from "../access/queries-handlers";
import { handlerOf } from "../access/rules-handlers";
import { addPeople, tellWaiting } from "../access/service-people";
import { asHandler, asWriter, noteInJournal, type OpeningRefusal } from "../access/service-sight";
import type { CaseIdInput } from "../raising/schema";
import type { CasePersonInput } from "./schema";
import { handlerIn } from "./service";
import { handOverClocks } from "./service-clocks";

type Done = { id: string };

/** Says that somebody who is named may know of it; only who raised it can, and it can't be taken back. */
export function allowPerson(
  ctx: Ctx,
  { id, userId }: CasePersonInput,
): Promise<Result<Done, OpeningRefusal>> {
  return asWriter(ctx, id, async (tx): Promise<Result<Done, never>> => {
    const where = { caseId: id, userId, role: "party" as const, isWriter: false, since: null };
    const { count } = await tx.db.casePerson.updateMany({ where, data: { allowedAt: tx.now } });
    if (count === 0) throw new NotFoundError("person");
    await noteInJournal(tx, id, "person_allowed");
    await tellWaiting(tx, [await handlerIn(tx, id)]);
    return ok({ id });
  });
}

/** Lets somebody who is named see the conversation, once its writer has said so. They see what is released, and nothing before. */
export function letIn(
  ctx: Ctx,
  { id, userId }: CasePersonInput,
): Promise<Result<Done, OpeningRefusal | "writer_has_not_allowed">> {
  return asHandler(ctx, id, async (tx, open): Promise<Result<Done, "writer_has_not_allowed">> => {
    const where = { caseId: id, userId, role: "party" as const, since: null };
    const person = await tx.db.casePerson.findFirst({ where, select: { allowedAt: true } });
    if (!person || open.closedAt) throw new NotFoundError("person");
    if (!person.allowedAt) return refuse("writer_has_not_allowed");
    await tx.db.casePerson.updateMany({ where, data: { since: tx.now } });
    await noteInJournal(tx, id, "person_let_in");
    await tellWaiting(tx, [userId]);
    return ok({ id });
  });
}

/** Hands the conversation to the next person who is impartial; no reason is asked. Who steps down sees nothing of it any more. */
export function stepDown(
  ctx: Ctx,
  { id }: CaseIdInput,
): Promise<Result<Done, OpeningRefusal | "nobody_impartial">> {
  return asHandler(ctx, id, async (tx, open): Promise<Result<Done, "nobody_impartial">> => {
    const people = await tx.db.casePerson.findMany({
      where: { caseId: id },
      select: { userId: true, isWriter: true },
    });
    const involved = people.map(({ userId }) => userId);
    const next = handlerOf(await listHandlers(tx, open.poolId), involved, null);
    if (!next) return refuse("nobody_impartial");
    await addPeople(tx, id, [{ userId: next.userId, role: "handler" }]);
    await noteInJournal(tx, id, "stepped_down");
    await handOverClocks(tx, id, next.userId);
    const writerId = people.find(({ isWriter }) => isWriter)?.userId;
    await tellWaiting(tx, [next.userId, ...(writerId ? [writerId] : [])]);
    await tx.db.casePerson.updateMany({
      where: { caseId: id, userId: tx.actor.userId },
      data: { until: tx.now },
    });
    return ok({ id });
  });
}
