import "server-only";
import type { PublicCtx, SystemCtx } from "@/lib/context";
import type { Db } from "@/lib/db";
import { env, isMailOn } from "@/lib/env";
import { logFailure } from "@/lib/log";
import { openText, sealText } from "@/lib/sealed";
import { faultOfSending, isGivenUp, type MailFault, nextAttemptAt } from "./rules";
import type { CandidateMailKind, ComposedMail, MailKind, MeetingMailKind, QueuedMail } from "./schema";

const AT_ONCE = 20;

type MailToQueue = { userId: string; kind: MailKind; secret?: string };

/** Puts mails into the outbox, in the transaction of what they tell; their ids. Without a mail server there is no outbox. */
export async function queueMails(
  ctx: PublicCtx,
  mails: readonly MailToQueue[],
): Promise<{ id: string; userId: string }[]> {
  if (!isMailOn() || mails.length === 0) return [];
  const rows = await ctx.db.outgoingMail.createManyAndReturn({
    data: mails.map(({ userId, kind, secret }) => ({
      userId,
      kind,
      sealed: secret && sealText(env().NEXTAUTH_SECRET, "one-time link in a mail", secret),
      queuedAt: ctx.now,
      dueAt: ctx.now,
    })),
    select: { id: true, userId: true },
  });
  return rows.flatMap(({ id, userId }) => (userId === null ? [] : [{ id, userId }]));
}

type MailToCandidate = { applicationId: string; kind: CandidateMailKind; secret: string; dueAt: Date };

/** The same for somebody who applied, from a moment on. */
export async function queueCandidateMail(
  { db, now }: PublicCtx,
  { secret, ...mail }: MailToCandidate,
): Promise<void> {
  if (!isMailOn()) return;
  const sealed = sealText(env().NEXTAUTH_SECRET, "one-time link in a mail", secret);
  await db.outgoingMail.create({ data: { ...mail, sealed, queuedAt: now }, select: { id: true } });
}

/** Drops what a candidate was to be told and has not been yet; true where there was something, or where no mail goes out at all. */
export async function dropCandidateMails(
  { db }: PublicCtx,
  applicationId: string,
  kind?: CandidateMailKind,
): Promise<boolean> {
  const { count } = await db.outgoingMail.deleteMany({
    where: { applicationId, attempts: 0, endedAt: null, ...(kind && { kind }) },
  });
  return count > 0 || !isMailOn();
}

/** The same for those who take part in a meeting; what has not gone out yet to one of them is replaced by what holds now. */
export async function queueMeetingMails(
  { db, now }: PublicCtx,
  meetingPersonIds: readonly string[],
  kind: MeetingMailKind,
): Promise<void> {
  if (!isMailOn() || meetingPersonIds.length === 0) return;
  await db.outgoingMail.deleteMany({
    where: { meetingPersonId: { in: [...meetingPersonIds] }, attempts: 0, endedAt: null },
  });
  await db.outgoingMail.createMany({
    data: meetingPersonIds.map((meetingPersonId) => ({ meetingPersonId, kind, queuedAt: now, dueAt: now })),
  });
}

/** Lets an approved letter go out. A letter has one mail, so it never goes twice; one that the mail server refused is tried anew. */
export async function queueLetterMail({ db, now }: PublicCtx, letterId: string): Promise<void> {
  const again = { queuedAt: now, dueAt: now, attempts: 0, endedAt: null, outcome: null, fault: null };
  await db.outgoingMail.upsert({
    where: { letterId },
    create: { letterId, kind: "letter", queuedAt: now, dueAt: now },
    update: again,
    select: { id: true },
  });
}

/** How a mail gets its words, and how it is handed to the mail server; both are made where the process starts. */
export type MailPost = {
  /** Null when there is nothing to say any more. */
  compose: (ctx: SystemCtx, mail: QueuedMail) => Promise<ComposedMail | null>;
  deliver: (id: string, mail: ComposedMail) => Promise<void>;
};

/**
 * Sends the mails that are due, each at least once: one that a node was sending when it died is sent again under the same
 * Message-ID. Answers how many were tried. A mail that can't be sent holds up no other.
 */
export async function sendDueMails(ctx: SystemCtx, post: MailPost): Promise<number> {
  const mails = await claimDueMails(ctx);
  for (const mail of mails) await keepOutcome(ctx, mail, await tryToSend(ctx, post, mail));
  return mails.length;
}

type ClaimedMail = QueuedMail & { sealed: string | null; attempts: number };

/** Takes some mails that are due, oldest first, by putting their next attempt ahead. */
async function claimDueMails({ db, now }: SystemCtx): Promise<ClaimedMail[]> {
  const rows = await db.$queryRaw<ClaimedMail[]>`
    SELECT id, user_id AS "userId", application_id AS "applicationId", meeting_person_id AS "meetingPersonId",
      letter_id AS "letterId", kind, sealed, queued_at AS "queuedAt", attempts + 1 AS attempts
    FROM outgoing_mails WHERE ended_at IS NULL AND due_at <= ${now} ORDER BY due_at LIMIT ${AT_ONCE}`;
  const claimed: ClaimedMail[] = [];
  for (const row of rows) {
    const { count } = await db.outgoingMail.updateMany({
      where: { id: row.id, endedAt: null, attempts: row.attempts - 1 },
      data: { attempts: row.attempts, dueAt: nextAttemptAt(row.attempts, now) },
    });
    if (count === 1) claimed.push(row);
  }
  return claimed;
}

async function tryToSend(
  ctx: SystemCtx,
  post: MailPost,
  { sealed, attempts: _, ...mail }: ClaimedMail,
): Promise<"sent" | "dropped" | MailFault> {
  try {
    const secret = sealed && openText(env().NEXTAUTH_SECRET, "one-time link in a mail", sealed);
    const composed = await post.compose(ctx, { ...mail, secret });
    if (!composed) return "dropped";
    await post.deliver(mail.id, composed);
    return "sent";
  } catch (error) {
    logFailure(error, { reference: mail.id, where: "mail" });
    return faultOfSending(error);
  }
}

async function keepOutcome(
  { db, now }: SystemCtx,
  { id, attempts }: ClaimedMail,
  ended: "sent" | "dropped" | MailFault,
): Promise<void> {
  const fault = typeof ended === "string" ? null : ended;
  const outcome = typeof ended === "string" ? ended : isGivenUp(ended, attempts) ? "refused" : null;
  await db.outgoingMail.updateMany({
    where: { id, endedAt: null },
    data: { fault: fault?.code ?? null, ...(outcome && { outcome, endedAt: now, sealed: null }) },
  });
}

/** Deletes mails that ended before an instant. */
export async function forgetEndedMails(db: Db, before: Date): Promise<void> {
  await db.outgoingMail.deleteMany({ where: { endedAt: { lt: before } } });
}
