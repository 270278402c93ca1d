import "server-only";
import type { Assistant } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { requireOwnPair } from "@/lib/mentoring/pairs/service";
import type { MentoringNoteView } from "./schema";

const MOST = 100;

/** What one may read of a mentorship's notes: one's own, and those the other shared. Nobody else reads any. */
export async function listMentoringNotes(ctx: Ctx<Assistant>, id: string): Promise<MentoringNoteView[]> {
  await requireOwnPair(ctx, id);
  return listOwnNotes(ctx, [id]);
}

/** The same of some of one's own mentorships at once. */
export async function listOwnNotes(
  { db, actor }: Ctx<Assistant>,
  ids: readonly string[],
): Promise<MentoringNoteView[]> {
  const own = { OR: [{ mentorId: actor.assistant.id }, { menteeId: actor.assistant.id }] };
  const rows = await db.mentoringNote.findMany({
    where: {
      mentorshipId: { in: [...ids] },
      mentorship: own,
      OR: [{ authorId: actor.userId }, { isShared: true }],
    },
    include: { author: { select: { name: true } } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST,
  });
  return rows.map(({ author, authorId, createdAt, ...row }) => ({
    ...row,
    author: author.name,
    isMine: authorId === actor.userId,
    writtenAt: createdAt.toISOString(),
  }));
}
