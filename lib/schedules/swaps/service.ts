import "server-only";
import type { Person } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { readRoster } from "@/lib/schedules/week/queries-roster";
import { hoursAway } from "@/lib/schedules/week/rules-person";
import type { DraftRefusal } from "@/lib/schedules/week/service-drafts";
import { isoWeekOf } from "@/lib/time/iso-week";
import { readFindingsOfHandOns } from "./queries-check";
import { requirePublishedShift, takersOf } from "./queries-takers";
import { handOnsOf, isAwayFromExecutives, isTouchedByAbsence, requestEndsAt } from "./rules";
import { type AskForShiftInput, MOST_ASKED } from "./schema";
import { approveLocked, mayGoAtOnce } from "./service-decisions";
import {
  type Asked,
  askMore,
  joinOffers,
  type Owned,
  tellManagers,
  writeOffer,
  writeRequest,
} from "./service-written";

export type AskRefusal =
  | DraftRefusal
  | "shift_in_request"
  | "shift_too_soon"
  | "shift_called_off"
  | "shift_not_open"
  | "shift_is_open"
  | "assistant_missing"
  | "nobody_could_take"
  | "could_not_take";

/**
 * Asks that a published shift goes to somebody else: given to one of some colleagues, exchanged for one of theirs, or an open
 * one taken. Its owner asks, or a manager for them; until a manager approves, the shift stays where it is. Of an open one a
 * manager asks some whether they take it: who says so first has it, where no rule is broken. Refuses what begins within two
 * hours, is in another request, or that nobody could take.
 */
export function askForShift(
  ctx: Ctx<Person>,
  input: AskForShiftInput,
): Promise<Result<{ id: string }, AskRefusal>> {
  return inTransaction(ctx, async (tx) => {
    await lockShifts(tx, [input.shiftId, input.withShiftId ?? input.shiftId]);
    const shift = await requirePublishedShift(tx, input.shiftId);
    const withShift = input.withShiftId ? await requirePublishedShift(tx, input.withShiftId) : null;
    if (withShift && withShift.poolId !== shift.poolId) throw new NotFoundError("shift");
    const shifts = withShift ? [shift, withShift] : [shift];
    const pool = await tx.db.pool.findUniqueOrThrow({
      where: { id: shift.poolId },
      select: { timeZone: true },
    });
    const expiresAt = requestEndsAt(pool.timeZone, shifts);
    if (expiresAt <= ctx.now) return refuse("shift_too_soon", { path: "shiftId" });
    const asked = { shift, withShift, expiresAt };
    if (input.kind === "take") return offerToTake(tx, asked, input);
    return input.kind === "ask" ? askAboutOpen(tx, asked, input) : askColleagues(tx, asked, input);
  });
}

/** Makes others who ask about the same shifts wait; always in the same order. */
async function lockShifts(tx: Ctx<Person>, ids: readonly string[]): Promise<void> {
  await tx.db
    .$queryRaw`SELECT id FROM shifts WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
}

async function liveRequestOf(tx: Ctx<Person>, { shift, withShift }: Asked) {
  const ids = withShift ? [shift.id, withShift.id] : [shift.id];
  return tx.db.shiftRequest.findFirst({
    where: {
      status: { in: ["pending_acceptance", "pending_approval"] },
      OR: [{ shiftId: { in: ids } }, { withShiftId: { in: ids } }],
    },
    select: { id: true, kind: true, status: true },
  });
}

/** The owner of a shift asks, or a manager for them. */
async function askColleagues(
  tx: Ctx<Person>,
  asked: Asked,
  { kind, toAssistantIds }: AskForShiftInput,
): Promise<Result<{ id: string }, AskRefusal>> {
  const { shift, withShift } = asked;
  const isManager = canManagePool(tx.actor, shift.poolId);
  if (!isManager && shift.assistantId !== tx.actor.assistant?.id) throw new NotFoundError("shift");
  if (shift.assistantId === null) return refuse("shift_is_open", { path: "shiftId" });
  if (await liveRequestOf(tx, asked)) return refuse("shift_in_request", { path: "shiftId" });
  const roster = await readRoster(tx, shift.poolId, isoWeekOf(shift.on));
  const owner = roster.people.find(({ id }) => id === shift.assistantId);
  if (owner && isTouchedByAbsence(shift, hoursAway(owner, shift.on)))
    return refuse("shift_called_off", { path: "shiftId" });
  const toIds = withShift
    ? await partnerOf(tx, shift, withShift)
    : colleaguesOf(
        takersOf(roster, shift).could.map(({ id }) => id),
        toAssistantIds,
      );
  if (!toIds.ok) return toIds;
  const id = await writeRequest(tx, asked, { kind, ownerId: shift.assistantId, toIds: toIds.value });
  return ok({ id });
}

/** A manager asks some whether they take an open shift; those who are asked already are not asked again. */
async function askAboutOpen(
  tx: Ctx<Person>,
  asked: Asked,
  { kind, toAssistantIds }: AskForShiftInput,
): Promise<Result<{ id: string }, AskRefusal>> {
  const { shift } = asked;
  if (!canManagePool(tx.actor, shift.poolId)) throw new NotFoundError("shift");
  if (shift.assistantId !== null) return refuse("shift_not_open", { path: "shiftId" });
  const live = await liveRequestOf(tx, asked);
  if (live && (live.kind !== "ask" || live.status !== "pending_acceptance"))
    return refuse("shift_in_request", { path: "shiftId" });
  const roster = await readRoster(tx, shift.poolId, isoWeekOf(shift.on));
  const could = takersOf(roster, shift).could.map(({ id }) => id);
  const toIds = colleaguesOf(could, toAssistantIds);
  if (!toIds.ok) return toIds;
  const id = live
    ? await askMore(tx, live.id, toIds.value)
    : await writeRequest(tx, asked, { kind, ownerId: null, toIds: toIds.value });
  return ok({ id });
}

function colleaguesOf(
  could: readonly string[],
  named: readonly string[] | undefined,
): Result<string[], "nobody_could_take" | "could_not_take"> {
  const asked = named && named.length > 0 ? [...new Set(named)] : could.slice(0, MOST_ASKED);
  if (asked.some((id) => !could.includes(id))) return refuse("could_not_take", { path: "toAssistantIds" });
  return asked.length > 0 ? ok(asked) : refuse("nobody_could_take", { path: "toAssistantIds" });
}

/** The one who has the other shift, where both may work the shifts exchanged. */
async function partnerOf(
  tx: Ctx<Person>,
  shift: Owned,
  withShift: Owned,
): Promise<Result<string[], DraftRefusal | "shift_is_open" | "could_not_take">> {
  const { assistantId: takerId } = withShift;
  if (takerId === null) return refuse("shift_is_open", { path: "withShiftId" });
  if (takerId === shift.assistantId) return refuse("could_not_take", { path: "withShiftId" });
  const handOns = handOnsOf({ shift, withShift, ownerId: shift.assistantId, takerId });
  const { refusal } = await readFindingsOfHandOns(tx, shift.poolId, handOns);
  return refusal ?? ok([takerId]);
}

/**
 * Somebody could take an open shift, or a manager says so for them. Those who offer for the same shift wait together; where the
 * pool lets the first taker have it, no executive is concerned, no rule is broken and they cover nobody then, it is theirs at once.
 */
async function offerToTake(
  tx: Ctx<Person>,
  asked: Asked,
  { kind, toAssistantIds = [] }: AskForShiftInput,
): Promise<Result<{ id: string }, AskRefusal>> {
  const { shift } = asked;
  const [named] = toAssistantIds;
  const isManager = canManagePool(tx.actor, shift.poolId);
  const takerId = isManager ? (named ?? tx.actor.assistant?.id) : tx.actor.assistant?.id;
  if (!takerId) return refuse("assistant_missing", { path: "toAssistantIds" });
  if (shift.assistantId !== null) return refuse("shift_not_open", { path: "shiftId" });
  const handOns = [{ shift, toId: takerId }];
  const { findings, refusal } = await readFindingsOfHandOns(tx, shift.poolId, handOns);
  if (refusal) return refusal;
  if (findings.some(({ rule }) => rule === "skill")) return refuse("could_not_take", { path: "shiftId" });
  const live = await liveRequestOf(tx, asked);
  if (live && live.kind !== "take") return refuse("shift_in_request", { path: "shiftId" });
  const id = live ? await joinOffers(tx, live.id, takerId) : await writeOffer(tx, asked, kind, takerId);
  const isFirst = !live && (await goesToFirst(tx, shift));
  if (isFirst && (await mayGoAtOnce(tx, shift, takerId, findings))) await approveLocked(tx, id, takerId);
  else await tellManagers(tx, id, takerId);
  return ok({ id });
}

async function goesToFirst(tx: Ctx<Person>, shift: Owned): Promise<boolean> {
  const policy = await tx.db.schedulePolicy.findUnique({
    where: { poolId: shift.poolId },
    select: { firstTaker: true },
  });
  if (!policy?.firstTaker) return false;
  const roles = await tx.db.workRole.findMany({ select: { id: true, isWithExecutives: true } });
  return isAwayFromExecutives(shift, roles);
}
