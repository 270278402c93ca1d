import "server-only";
import type { Manager, Person } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { hiringAudit } from "@/lib/hiring/audit";
import { criterionId } from "@/lib/hiring/interviews/rules";
import { StoredCriteria } from "@/lib/hiring/interviews/schema";
import { hiringNotice } from "@/lib/hiring/notices";
import { lockRow } from "@/lib/moves/service";
import { notify } from "@/lib/notices/service-notify";
import { ok, type Result, refuse } from "@/lib/result";
import { readJudged } from "./queries";
import { mayOpenEarly } from "./rules-visibility";
import type { AddScorecardNoteInput, OpenScorecardsInput, SaveScorecardInput } from "./schema";

type SaveRefusal = "interview_not_begun" | "scorecard_sent" | "scorecard_incomplete" | "unknown_criterion";

/**
 * Keeps one's own card of an interview from its start on, and sends it for good where that is asked. Refuses a card that is sent, a thing
 * that is not judged there, and sending while something is neither marked nor said not to be seen. For whoever is not on the panel the
 * interview is not found.
 */
export function saveScorecard(
  ctx: Ctx<Person>,
  { id, marks, verdict, words, send }: SaveScorecardInput,
): Promise<Result<{ id: string; isSent: boolean }, SaveRefusal>> {
  return inTransaction(ctx, async (tx) => {
    await lockRow(tx, "interviews", id);
    const { row, isOnPanel } = await readJudged(tx, id);
    if (!isOnPanel) throw new NotFoundError("interview");
    if (row.status !== "booked" || !row.startsAt || row.startsAt > tx.now)
      return refuse("interview_not_begun");
    const key = { interviewId_userId: { interviewId: id, userId: tx.actor.userId } };
    const before = await tx.db.scorecard.findUnique({ where: key, select: { sentAt: true } });
    if (before?.sentAt) return refuse("scorecard_sent");
    const asked = StoredCriteria.parse(row.criteria).map(criterionId);
    if (Object.keys(marks).some((one) => !asked.includes(one)))
      return refuse("unknown_criterion", { path: "marks" });
    const missing = asked.find((one) => (marks[one]?.mark ?? "") === "");
    if (send && missing) return refuse("scorecard_incomplete", { path: `marks.${missing}.mark` });
    if (send && verdict === "") return refuse("scorecard_incomplete", { path: "verdict" });
    const data = { verdict: verdict === "" ? null : verdict, words, updatedAt: tx.now };
    const { id: scorecardId } = await tx.db.scorecard.upsert({
      where: key,
      create: { interviewId: id, userId: tx.actor.userId, ...data },
      update: { ...data, version: { increment: 1 } },
      select: { id: true },
    });
    await tx.db.scorecardMark.deleteMany({ where: { scorecardId } });
    await tx.db.scorecardMark.createMany({
      data: asked.flatMap((criterion) => {
        const { mark = "", evidence = "" } = marks[criterion] ?? {};
        if (mark === "" && evidence === "") return [];
        const given = /^[1-5]$/.test(mark) ? Number(mark) : null;
        return [{ scorecardId, criterion, evidence, mark: given, isNotSeen: mark === "not_seen" }];
      }),
    });
    if (!send) return ok({ id, isSent: false });
    await tx.db.scorecard.update({
      where: { id: scorecardId },
      data: { sentAt: tx.now },
      select: { id: true },
    });
    const { poolId } = row.application.requisition;
    await audit(tx, hiringAudit("scorecard.sent", scorecardId, { poolId, interviewId: id }));
    // That one is in, never whose or what.
    await notify(tx, hiringNotice("scorecard_in", [row.createdById], { interviewId: id }));
    return ok({ id, isSent: true });
  });
}

/** Adds words with their day below one's own card that is sent; the card itself stays as it is. */
export function addScorecardNote(
  ctx: Ctx<Person>,
  { id, words }: AddScorecardNoteInput,
): Promise<Result<{ id: string }>> {
  return inTransaction(ctx, async (tx) => {
    const card = await tx.db.scorecard.findFirst({
      where: { interviewId: id, userId: tx.actor.userId, sentAt: { not: null } },
      select: { id: true },
    });
    if (!card) throw new NotFoundError("scorecard");
    await tx.db.scorecardNote.create({
      data: { scorecardId: card.id, words, at: tx.now },
      select: { id: true },
    });
    return ok({ id });
  });
}

/** Opens the cards of an interview before all are in, for a manager who is not on the panel; the reason is recorded. */
export function openScorecards(
  ctx: Ctx<Manager>,
  { id, reason }: OpenScorecardsInput,
): Promise<Result<{ id: string }, "scorecards_hidden">> {
  return inTransaction(ctx, async (tx) => {
    const { row, leadsPool } = await readJudged(tx, id);
    const { userId } = tx.actor;
    const panel = row.people.map((one) => one.userId);
    if (!mayOpenEarly({ userId, leadsPool, hasOpenedEarly: false }, panel))
      return refuse("scorecards_hidden");
    await tx.db.scorecardOpening.upsert({
      where: { interviewId_userId: { interviewId: id, userId } },
      create: { interviewId: id, userId, reason, at: tx.now },
      update: {},
      select: { at: true },
    });
    const { poolId } = row.application.requisition;
    await audit(tx, hiringAudit("scorecard.opened_early", id, { poolId, interviewId: id }));
    return ok({ id });
  });
}
