import "server-only";
import { inTransaction, type PublicCtx, type SystemCtx } from "@/lib/context";
import { eraseFiles } from "@/lib/files/service-strangers";
import { dropCandidateMails } from "@/lib/mail/service";
import { lockRow } from "@/lib/moves/service";
import { ok, type Result, refuse } from "@/lib/result";
import { dayMonthsLater } from "@/lib/time/month";
import { dayIn } from "@/lib/time/zone";
import { findByLink, findForMail } from "./queries";
import { keptMonths, STAGES } from "./rules";
import type { CandidateTokenInput } from "./schema";
import { withdraw } from "./service";

const MOST_AT_ONCE = 200;

/** Erases a candidate at their wish, by their link: live applications end, and nothing of them is left but stages and days. */
export function eraseByLink(
  ctx: PublicCtx,
  { token }: CandidateTokenInput,
): Promise<Result<{ done: true }, "link_unknown">> {
  return inTransaction(ctx, async (tx) => {
    const row = await findByLink(tx, token);
    if (!row) return refuse("link_unknown");
    const live = await tx.db.application.findMany({
      where: { candidateId: row.candidateId, status: { in: [...STAGES] } },
      select: { id: true },
    });
    for (const { id } of live) {
      await lockRow({ ...tx, actor: null }, "applications", id);
      const one = await findForMail(tx, id);
      if (one) await withdraw(tx, one);
    }
    await anonymise(tx, [row.candidateId]);
    return ok({ done: true });
  });
}

async function anonymise(tx: PublicCtx, candidateIds: readonly string[]): Promise<void> {
  const where = { candidateId: { in: [...candidateIds] } };
  const rows = await tx.db.application.findMany({ where, select: { id: true, fileId: true } });
  await eraseFiles(
    tx,
    rows.flatMap(({ fileId }) => fileId ?? []),
  );
  await tx.db.resumeText.deleteMany({ where: { application: where } });
  await tx.db.application.updateMany({
    where,
    data: { letter: "", answers: [], via: "", heldWhy: null, heldUntil: null },
  });
  await tx.db.interview.updateMany({
    where: { application: where },
    data: { title: "–", place: "" },
  });
  const ofThem = { interview: { application: where } };
  const cards = { scorecard: { person: ofThem } };
  await tx.db.scorecardMark.updateMany({ where: cards, data: { evidence: "" } });
  await tx.db.scorecardNote.updateMany({ where: cards, data: { words: "" } });
  await tx.db.scorecard.updateMany({ where: { person: ofThem }, data: { words: "" } });
  await tx.db.scorecardOpening.updateMany({ where: ofThem, data: { reason: "" } });
  await tx.db.jobOffer.updateMany({
    where: { application: where },
    data: { words: "", answeredName: null, place: "" },
  });
  await tx.db.screeningPack.updateMany({ where: { application: where }, data: { words: "", questions: "" } });
  await tx.db.candidateLink.deleteMany({ where: { applicationId: { in: rows.map(({ id }) => id) } } });
  for (const { id } of rows) await dropCandidateMails(tx, id);
  await tx.db.candidate.updateMany({
    where: { id: { in: [...candidateIds] } },
    data: { name: null, email: null, phone: null, anonymisedAt: tx.now },
  });
}

/**
 * Erases candidates whose last application ended longer ago than their pool's region keeps it, and what was held back as spam for a
 * week; deletes what was typed and never sent. Doing it again changes nothing.
 */
export function forgetCandidates(ctx: SystemCtx): Promise<{ count: number }> {
  return inTransaction(ctx, async (tx) => {
    await tx.db.applicationDraft.deleteMany({ where: { expiresAt: { lt: tx.now } } });
    await tx.db.application.updateMany({
      where: { heldUntil: { lt: tx.now }, status: "received" },
      data: { status: "withdrawn", endedAt: new Date(0), version: { increment: 1 } },
    });
    const candidates = await tx.db.candidate.findMany({
      where: { anonymisedAt: null, applications: { every: { endedAt: { not: null } } } },
      select: {
        id: true,
        applications: {
          select: {
            endedAt: true,
            requisition: { select: { pool: { select: { holidayRegion: true, timeZone: true } } } },
          },
        },
      },
      orderBy: { id: "asc" },
      take: MOST_AT_ONCE * 10,
    });
    const due = candidates.filter(({ applications }) =>
      applications.every(({ endedAt, requisition }) => {
        const { timeZone, holidayRegion } = requisition.pool;
        const endedOn = dayIn(timeZone, endedAt ?? tx.now);
        return dayMonthsLater(endedOn, keptMonths(holidayRegion)) < dayIn(timeZone, tx.now);
      }),
    );
    const ids = due.slice(0, MOST_AT_ONCE).map(({ id }) => id);
    await anonymise(tx, ids);
    return { count: ids.length };
  });
}
