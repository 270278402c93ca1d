import "server-only";
import { audit } from "@/lib/audit";
import type { PublicCtx } from "@/lib/context";
import { tellCandidate } from "@/lib/hiring/applications/service-apply";
import { hiringAudit } from "@/lib/hiring/audit";
import { hiringNotice } from "@/lib/hiring/notices";
import { lockRow } from "@/lib/moves/service";
import { notify } from "@/lib/notices/service-notify";
import { findInterview, type InterviewRow } from "./queries";
import { asOrganizer } from "./queries-organizer";
import type { InterviewStatus } from "./rules";
import { freePanel } from "./service-booking";

type Acting = PublicCtx & { actor?: { userId: string } | null };

/** What the audit log tells of an interview. */
export function auditOfInterview(
  { id, applicationId, application }: Pick<InterviewRow, "id" | "applicationId" | "application">,
  action: "offered" | "booked" | "cancelled",
  { from, to, sequence }: { from: InterviewStatus | null; to: InterviewStatus; sequence: number },
) {
  const { poolId } = application.requisition;
  return hiringAudit(`interview.${action}`, id, { poolId, applicationId, from, to, sequence });
}

/** Writes that an interview is called off, and frees its panel; calendars that knew it are told by the next number. */
export async function writeCancelled(
  tx: Acting,
  row: InterviewRow,
  next: { status: InterviewStatus; version: number },
): Promise<{ sequence: number; wasBooked: boolean }> {
  const wasBooked = row.startsAt !== null;
  const sequence = wasBooked ? row.sequence + 1 : row.sequence;
  await freePanel(await asOrganizer(tx, row), row);
  await tx.db.interview.update({
    where: { id: row.id },
    data: { ...next, sequence, updatedAt: tx.now },
    select: { id: true },
  });
  await addInterviewStep(tx, row.applicationId, "interview_cancelled");
  return { sequence, wasBooked };
}

/** Notes on an application's line of time what happened with an interview. */
export async function addInterviewStep(
  tx: Acting,
  applicationId: string,
  action: "interview_offered" | "interview_booked" | "interview_cancelled",
): Promise<void> {
  await tx.db.applicationStep.create({
    data: { applicationId, action, at: tx.now, byId: tx.actor?.userId ?? null },
    select: { id: true },
  });
}

/** Tells everybody of a panel, and whoever offered the interview, what became of it. */
export async function tellPanel(
  tx: Acting,
  row: InterviewRow,
  what: "interview_planned" | "interview_cancelled" | { bookedOn: Date },
): Promise<void> {
  const told = [...new Set([...row.people.map(({ userId }) => userId), row.createdById])];
  const interviewId = row.id;
  const notice =
    typeof what === "string"
      ? hiringNotice(what, told, { interviewId })
      : hiringNotice("interview_booked", told, { interviewId, at: what.bookedOn.toISOString() });
  // Whoever did it is left out by notify; of a candidate's own act everybody is told.
  await notify({ ...tx, actor: (tx.actor ?? null) as never }, notice);
}

/** Calls off what is still to come of an application's interviews, because the application has ended; the candidate is told with the answer. */
export async function endInterviews(tx: Acting, applicationId: string, dueAt: Date): Promise<void> {
  const rows = await tx.db.interview.findMany({
    where: {
      applicationId,
      OR: [{ status: "offered" }, { status: "booked", startsAt: { gt: tx.now } }],
    },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const { id } of rows) {
    await lockRow({ ...tx, actor: null }, "interviews", id);
    const row = await findInterview(tx, id);
    if (!row || row.status === "cancelled") continue;
    const next = { status: "cancelled" as const, version: row.version + 1 };
    const { sequence, wasBooked } = await writeCancelled(tx, row, next);
    await audit(
      { ...tx, actor: tx.actor ?? null },
      auditOfInterview(row, "cancelled", { from: row.status, to: "cancelled", sequence }),
    );
    await tellPanel(tx, row, "interview_cancelled");
    if (wasBooked) await tellCandidate(tx, applicationId, "interview_cancelled", dueAt);
  }
}
