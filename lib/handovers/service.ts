import "server-only";
import type { Person } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import type { MoveRefusal } from "@/lib/moves/rules";
import { move } from "@/lib/moves/service";
import type { RefusalReason } from "@/lib/refusals";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { handoverAudit } from "./audit";
import type { HandoverNoticeKind } from "./notices";
import { type LockedHandover, mayNow, requireHandoverRow } from "./queries-parts";
import { HANDOVER_MOVES, type HandoverMove } from "./rules-moves";
import type { Ability, HandBackInput, HandoverInput, HandoverStatus } from "./schema";
import { changeHandover, writeHandoverStep } from "./service-moves";
import { type NoticeParty, notifyOfHandovers } from "./service-notices";

export type MovedHandover = { id: string; status: HandoverStatus; version: number };
type Answer<R extends RefusalReason = never> = Promise<Result<MovedHandover, R | MoveRefusal>>;

type HandoverTransition<R extends RefusalReason> = {
  ability: Ability;
  /** The moves it makes, one after the other; the first one is the person's. */
  way: (handover: LockedHandover) => readonly [HandoverMove, ...HandoverMove[]];
  action: "handover.ready" | "handover.acknowledged" | "handover.handed_back" | "handover.closed";
  notifies?: { kind: HandoverNoticeKind; parties: readonly NoticeParty[] };
  refusal?: (tx: Ctx<Person>, handover: LockedHandover) => Promise<Refusal<R> | null>;
  /** What else is written, before the state. */
  before?: (tx: Ctx<Person>) => Promise<void>;
};

function moveHandover<R extends RefusalReason = never>(
  ctx: Ctx<Person>,
  { id, version }: HandoverInput,
  { ability, way, action, notifies, refusal, before }: HandoverTransition<R>,
): Answer<R> {
  return inTransaction(ctx, (tx) =>
    move<HandoverStatus, HandoverMove, LockedHandover, MovedHandover, R | "not_possible_now">(
      tx,
      HANDOVER_MOVES,
      {
        id,
        version,
        move: (handover) => way(handover)[0],
        read: async () => {
          const handover = await requireHandoverRow(tx, id);
          if (mayNow(handover, ability)) return ok(handover);
          const details = { status: handover.status, version: handover.version };
          return refuse("not_possible_now", { details });
        },
        write: async (handover) => {
          const refused = await refusal?.(tx, handover);
          if (refused) return refused;
          await before?.(tx);
          let moved: MovedHandover = handover;
          for (const step of way(handover)) {
            moved = await changeHandover(tx, moved, step);
            await writeHandoverStep(tx, moved, handover.coverAssistantId, ctx.actor.userId);
          }
          const data = { from: handover.status, to: moved.status, executiveId: handover.executiveId };
          return ok({
            value: moved,
            audit: handoverAudit(action, id, data),
            ...(notifies && { tell: () => notifyOfHandovers(tx, notifies.kind, [id], notifies.parties) }),
          });
        },
      },
    ),
  );
}

/** Says that a draft is complete; the cover is told. */
export function markReady(ctx: Ctx<Person>, input: HandoverInput): Answer {
  return moveHandover(ctx, input, {
    ability: "markReady",
    way: () => ["mark_ready"],
    action: "handover.ready",
    notifies: { kind: "handover_ready", parties: ["cover"] },
  });
}

/** The cover has read it; once the days have begun the cover is at the executive with it. */
export function acknowledgeHandover(ctx: Ctx<Person>, input: HandoverInput): Answer {
  return moveHandover(ctx, input, {
    ability: "acknowledge",
    way: ({ times }) => (times.hasStarted ? ["acknowledge", "begin"] : ["acknowledge"]),
    action: "handover.acknowledged",
    notifies: { kind: "handover_acknowledged", parties: ["owner"] },
  });
}

/** The cover gives the executive back, with last words for whoever returns. */
export function handBack(ctx: Ctx<Person>, { note, ...input }: HandBackInput): Answer {
  return moveHandover(ctx, input, {
    ability: "handBack",
    way: () => ["hand_back"],
    action: "handover.handed_back",
    notifies: { kind: "handover_handed_back", parties: ["owner"] },
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
export function closeHandover(ctx: Ctx<Person>, input: HandoverInput): Answer<"questions_are_open"> {
  return moveHandover(ctx, input, {
    ability: "close",
    way: ({ status }) => (status === "active" ? ["hand_back", "close"] : ["close"]),
    action: "handover.closed",
    refusal: async (tx, { id }) => {
      const open = await tx.db.handoverQuestion.count({ where: { handoverId: id, answeredAt: null } });
      return open > 0 ? refuse("questions_are_open") : null;
    },
  });
}
