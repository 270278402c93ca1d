import "server-only";
import type { Person } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { writeStep } from "@/lib/handovers/content/service-sync";
import type { HandoverNotice } from "@/lib/notices/schema";
import type { RefusalReason } from "@/lib/refusals";
import { ok, type Result, refuse } from "@/lib/result";
import { type Told, tellOfHandovers } from "./notices";
import { type LockedHandover, mayNow, requireHandoverRow } from "./queries-parts";
import { wayToClosed } from "./rules";
import type { Ability, HandBackInput, HandoverInput, HandoverStatus } from "./schema";

export type Moved = { id: string; status: HandoverStatus; version: number };
export type MoveRefusal = "not_possible_now" | "changed_meanwhile";
type Answer<R extends RefusalReason = MoveRefusal> = Promise<Result<Moved, R>>;

type Move<R extends RefusalReason> = {
  ability: Ability;
  way: (handover: LockedHandover) => readonly HandoverStatus[];
  action: string;
  tells?: { kind: HandoverNotice["kind"]; told: readonly Told[] };
  refusal?: (tx: Ctx<Person>, handover: LockedHandover) => Promise<R | null>;
  /** What else is written, before the state. */
  before?: (tx: Ctx<Person>, handover: LockedHandover) => Promise<void>;
};

function move<R extends RefusalReason = never>(
  ctx: Ctx<Person>,
  { id, version }: HandoverInput,
  { ability, way, action, tells, refusal, before }: Move<R>,
): Answer<R | MoveRefusal> {
  return inTransaction(ctx, async (tx) => {
    const handover = await requireHandoverRow(tx, id);
    if (!mayNow(handover, ability))
      return refuse("not_possible_now", { details: { status: handover.status } });
    if (version !== undefined && version !== handover.version) return refuse("changed_meanwhile");
    const reason = await refusal?.(tx, handover);
    if (reason) return refuse(reason);
    await before?.(tx, handover);
    for (const status of way(handover)) {
      const acknowledgedAt = status === "acknowledged" ? { acknowledgedAt: ctx.now } : {};
      const changed = { version: { increment: 1 }, updatedAt: ctx.now };
      await tx.db.handover.update({ where: { id }, data: { status, ...acknowledgedAt, ...changed } });
      await writeStep(tx, id, status, handover.coverId, ctx.actor.userId);
    }
    const after = await tx.db.handover.findUniqueOrThrow({
      where: { id },
      select: { id: true, status: true, version: true },
    });
    const data = { from: handover.status, to: after.status, executiveId: handover.executiveId };
    await audit(tx, { action, entityType: "handover", entityId: id, data });
    if (tells) await tellOfHandovers(tx, tells.kind, [id], tells.told);
    return ok(after);
  });
}

/** Says that a draft is complete; the cover is told. */
export function markReady(ctx: Ctx<Person>, input: HandoverInput): Answer {
  return move(ctx, input, {
    ability: "markReady",
    way: () => ["ready"],
    action: "handover.ready",
    tells: { kind: "handover_ready", told: ["cover"] },
  });
}

/** The cover has read it; once the days have begun the cover is at the executive with it. */
export function acknowledgeHandover(ctx: Ctx<Person>, input: HandoverInput): Answer {
  return move(ctx, input, {
    ability: "acknowledge",
    way: ({ times }) => (times.hasStarted ? ["acknowledged", "active"] : ["acknowledged"]),
    action: "handover.acknowledged",
    tells: { kind: "handover_acknowledged", told: ["owner"] },
  });
}

/** The cover gives the executive back, with last words for whoever returns. */
export function handBack(ctx: Ctx<Person>, { note, ...input }: HandBackInput): Answer {
  return move(ctx, input, {
    ability: "handBack",
    way: () => ["handed_back"],
    action: "handover.handed_back",
    tells: { kind: "handover_handed_back", told: ["owner"] },
    before: async (tx) => {
      if (note === "") return;
      const { count } = await countItems(tx, input.id);
      await tx.db.handoverItem.create({
        data: {
          handoverId: input.id,
          kind: "changed",
          text: note,
          position: count,
          createdById: ctx.actor.userId,
          createdAt: ctx.now,
        },
      });
    },
  });
}

async function countItems(tx: Ctx<Person>, handoverId: string) {
  return { count: await tx.db.handoverItem.count({ where: { handoverId } }) };
}

/** Whoever is back has seen what changed. Refuses while a question is open, so that none is lost. */
export function closeHandover(
  ctx: Ctx<Person>,
  input: HandoverInput,
): Answer<MoveRefusal | "questions_are_open"> {
  return move(ctx, input, {
    ability: "close",
    way: ({ status }) => wayToClosed(status),
    action: "handover.closed",
    refusal: async (tx, { id }) => {
      const open = await tx.db.handoverQuestion.count({ where: { handoverId: id, answeredAt: null } });
      return open > 0 ? "questions_are_open" : null;
    },
  });
}
