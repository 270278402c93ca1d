import "server-only";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { type KeepApartRefusal, keepApart, letTogether } from "@/lib/matching/service-pairs";
import { ok, type Result, refuse } from "@/lib/result";
import { endSupportOfPair } from "@/lib/support/service-pairs";
import { day } from "@/lib/time/day";
import { dayIn, instantIn } from "@/lib/time/zone";
import { asHandler, noteInJournal, type OpenCase, type OpeningRefusal } from "../access/service-sight";
import { handlerIn } from "../cases/service";
import { endClocks } from "../cases/service-clocks";
import type { CaseIdInput } from "../raising/schema";
import { pairIn, restrictionIn } from "./queries";
import type { SetRestrictionInput } from "./schema";

type Done = { id: string };

/** The handler is told in the morning of the day on which it is looked at again. */
const REVIEWED_AT_MINUTE = 9 * 60;

/**
 * Keeps the assistant and the executive of a conversation apart. It is a restriction like any other and can't be told from one: covers
 * of the pair are released at once, and support ends on the day that is chosen.
 */
export function setRestriction(
  ctx: Ctx,
  input: SetRestrictionInput,
): Promise<Result<Done, OpeningRefusal | KeepApartRefusal | "no_pair" | "not_possible_now">> {
  return asHandler(
    ctx,
    input.id,
    async (tx, open): Promise<Result<Done, KeepApartRefusal | "no_pair" | "not_possible_now">> => {
      if (open.closedAt || open.status === "reported") return refuse("not_possible_now");
      const pair = await pairIn(tx, open.id);
      if (!pair) return refuse("no_pair");
      const { kind, reviewOn, expiresOn, supportUntil } = input;
      const { executiveId, assistantId } = pair;
      const today = dayIn(pair.timeZone, tx.now);
      if (supportUntil) await endSupportOfPair(tx, { executiveId, assistantId, last: day(supportUntil) });
      const wanted = { executiveId, assistantId, kind, reviewOn: day(reviewOn), today };
      const kept = await keepApart(tx, {
        ...wanted,
        expiresOn: expiresOn && day(expiresOn),
        supportUntil: supportUntil && day(supportUntil),
      });
      if (!kept.ok) return kept;
      await tx.db.caseRestriction.createMany({ data: { restrictionId: kept.value.id, caseId: open.id } });
      await noteInJournal(tx, open.id, "restricted");
      await remindOf(tx, open, day(reviewOn));
      return ok({ id: open.id });
    },
  );
}

/** Lets them work together again. */
export function endRestriction(ctx: Ctx, { id }: CaseIdInput): Promise<Result<Done, OpeningRefusal>> {
  return asHandler(ctx, id, async (tx, open): Promise<Result<Done, never>> => {
    const restriction = await restrictionIn(tx, open.id);
    if (!restriction) throw new NotFoundError("restriction");
    await letTogether(tx, restriction);
    await noteInJournal(tx, id, "restriction_ended");
    await endClocks(tx, id, ["restriction"]);
    return ok({ id });
  });
}

async function remindOf(
  tx: Ctx,
  { id: caseId, pool }: OpenCase,
  reviewOn: ReturnType<typeof day>,
): Promise<void> {
  await endClocks(tx, caseId, ["restriction"]);
  const dueAt = instantIn(pool.timeZone, reviewOn, REVIEWED_AT_MINUTE);
  const userId = await handlerIn(tx, caseId);
  await tx.db.caseClock.createMany({ data: { caseId, kind: "restriction", userId, dueAt } });
}
