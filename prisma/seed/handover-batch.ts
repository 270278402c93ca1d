import type { Ctx } from "@/lib/context";
import type { HandoverStatus } from "@/lib/handovers/schema";
import type { Prisma } from "@/prisma/generated/client/client";
import { demoId } from "./draw";

type Ticked = { byId: string; at: Date };

/** What became of many handovers, written in a statement of each kind. */
export type HandoverBatch = {
  moves: {
    handoverId: string;
    status: HandoverStatus;
    coverAssistantId: string | null;
    byId: string | null;
    at: Date;
  }[];
  items: Prisma.HandoverItemCreateManyInput[];
  questions: Prisma.HandoverQuestionCreateManyInput[];
  granted: (Ticked & { id: string })[];
  withdrawn: (Ticked & { handoverId: string })[];
};

/** The order in which a handover passes through its states. */
const IN_ORDER: HandoverStatus[] = ["ready", "acknowledged", "active", "handed_back", "closed"];

export function emptyBatch(): HandoverBatch {
  return { moves: [], items: [], questions: [], granted: [], withdrawn: [] };
}

/** Writes a batch; access is given before it is withdrawn, and each handover takes its steps one after the other. */
export async function writeBatch(ctx: Ctx, batch: HandoverBatch): Promise<void> {
  await ctx.db.handoverItem.createMany({ data: batch.items });
  await ctx.db.handoverQuestion.createMany({ data: batch.questions });
  await writeTicks(ctx, batch);
  for (const status of IN_ORDER) await writeMoves(ctx, status, batch.moves);
  await ctx.db.handoverStep.createMany({
    data: batch.moves.map(({ handoverId, status, ...step }) => ({
      id: demoId("handover step", `${handoverId} ${status}`),
      handoverId,
      status,
      ...step,
    })),
  });
}

async function writeMoves({ db }: Ctx, status: HandoverStatus, all: HandoverBatch["moves"]): Promise<void> {
  const moves = all.filter((move) => move.status === status);
  if (moves.length === 0) return;
  await db.$executeRaw`
    UPDATE handovers h SET status = ${status}::handover_status, updated_at = m.at, version = version + 1,
      acknowledged_at = CASE WHEN ${status} = 'acknowledged' THEN m.at ELSE h.acknowledged_at END
    FROM unnest(${moves.map(({ handoverId }) => handoverId)}::uuid[], ${isoOf(moves)}::timestamptz[]) AS m (id, at)
    WHERE h.id = m.id`;
}

async function writeTicks({ db }: Ctx, { granted, withdrawn }: HandoverBatch): Promise<void> {
  await db.$executeRaw`
    UPDATE access_checklist_items a SET granted_at = t.at, granted_by_id = t.by_id
    FROM unnest(${granted.map(({ id }) => id)}::uuid[], ${byIds(granted)}::uuid[], ${isoOf(granted)}::timestamptz[])
      AS t (id, by_id, at)
    WHERE a.id = t.id`;
  await db.$executeRaw`
    UPDATE access_checklist_items a SET withdrawn_at = t.at, withdrawn_by_id = t.by_id
    FROM unnest(${withdrawn.map(({ handoverId }) => handoverId)}::uuid[], ${byIds(withdrawn)}::uuid[],
      ${isoOf(withdrawn)}::timestamptz[]) AS t (handover_id, by_id, at)
    WHERE a.handover_id = t.handover_id AND a.granted_at IS NOT NULL`;
}

function byIds(rows: readonly Ticked[]): string[] {
  return rows.map(({ byId }) => byId);
}

function isoOf(rows: readonly { at: Date }[]): string[] {
  return rows.map(({ at }) => at.toISOString());
}
