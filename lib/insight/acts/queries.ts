import "server-only";
import { z } from "zod";
import type { Answerer, Assistant, Executive } from "@/lib/actor";
import type { Ctx, PublicCtx } from "@/lib/context";
import { env } from "@/lib/env";
import { NotFoundError } from "@/lib/errors";
import { requireLetterRow } from "@/lib/letters/queries";
import { isRatable } from "@/lib/requests/ratings/rules";
import { signedText, signText } from "@/lib/sealed";
import { actLinkOf, textOfActLink } from "./rules";
import type { ActLink, MailAct } from "./schema";

/** A record that waits for one person's answer: its version, and whether it still does. */
type Waiting = { version: number; isOpen: boolean };

type Answerable = {
  acts: readonly MailAct[];
  /** The fact of the notice that names the record. */
  fact: string;
  read: (ctx: Ctx<Answerer>, id: string) => Promise<Waiting | null>;
};

/** The notices that can be answered from the mail they come in: what assistants and executives are asked, and none that needs a second factor. */
export const ANSWERABLE: Readonly<Record<string, Answerable>> = {
  cover_offered: { acts: ["accept", "decline"], fact: "coverId", read: readOffer },
  shift_request_asked: { acts: ["accept", "decline"], fact: "requestId", read: readShiftRequest },
  schedule_published: { acts: ["acknowledge"], fact: "publicationId", read: readPublication },
  handover_ready: { acts: ["acknowledge"], fact: "handoverId", read: readHandover },
  cover_ended: { acts: ["rate"], fact: "coverId", read: readEndedCover },
  request_moved_on: { acts: ["rate"], fact: "requestId", read: readDoneRequest },
  training_invited: { acts: ["accept", "decline"], fact: "enrolmentId", read: readOfferedSeat },
  training_offered: { acts: ["accept", "decline"], fact: "enrolmentId", read: readOfferedSeat },
  letter_to_approve: { acts: ["approve"], fact: "letterId", read: readLetterToApprove },
};

async function readOffer({ db, actor, now }: Ctx<Answerer>, id: string): Promise<Waiting | null> {
  const row = await db.coverageAssignment.findUnique({
    where: { id, assistantId: assistantIdOf(actor) },
    select: { version: true, status: true, offerExpiresAt: true },
  });
  const waits = row?.status === "offered" && row.offerExpiresAt !== null && row.offerExpiresAt > now;
  return row && { version: row.version, isOpen: waits };
}

async function readShiftRequest({ db, actor, now }: Ctx<Answerer>, id: string): Promise<Waiting | null> {
  const row = await db.shiftRequest.findUnique({
    where: { id, answers: { some: { assistantId: assistantIdOf(actor) } } },
    select: {
      version: true,
      status: true,
      expiresAt: true,
      takerId: true,
      answers: { where: { assistantId: assistantIdOf(actor) }, select: { answer: true } },
    },
  });
  if (!row) return null;
  const isAsked = row.status === "pending_acceptance" && row.takerId === null && row.expiresAt > now;
  return { version: row.version, isOpen: isAsked && row.answers.every(({ answer }) => answer === "asked") };
}

async function readPublication({ db, actor }: Ctx<Answerer>, id: string): Promise<Waiting | null> {
  const row = await db.publicationReceipt.findUnique({
    where: { publicationId_assistantId: { publicationId: id, assistantId: assistantIdOf(actor) } },
    select: { acknowledgedAt: true },
  });
  return row && { version: 1, isOpen: row.acknowledgedAt === null };
}

async function readOfferedSeat({ db, actor, now }: Ctx<Answerer>, id: string): Promise<Waiting | null> {
  const row = await db.enrolment.findUnique({
    where: { id, assistantId: assistantIdOf(actor) },
    select: { version: true, status: true, offerUntil: true },
  });
  const waits = row?.status === "offered" && row.offerUntil !== null && row.offerUntil > now;
  return row && { version: row.version, isOpen: waits };
}

async function readHandover({ db, actor }: Ctx<Answerer>, id: string): Promise<Waiting | null> {
  const row = await db.handover.findUnique({
    where: { id, coverAssistantId: assistantIdOf(actor) },
    select: { version: true, status: true },
  });
  return row && { version: row.version, isOpen: row.status === "ready" };
}

/** True for an answerer who is an assistant, whatever else they are. */
export function isAssistant(actor: Answerer): actor is Assistant {
  return actor.assistant !== null;
}

function assistantIdOf({ assistant }: Answerer): string {
  if (!assistant) throw new NotFoundError("assistant");
  return assistant.id;
}

/** True for an answerer who is an executive, whatever else they are. */
export function isExecutive(actor: Answerer): actor is Executive {
  return actor.executive !== null;
}

async function readEndedCover({ db, actor }: Ctx<Answerer>, id: string): Promise<Waiting | null> {
  if (!isExecutive(actor)) return null;
  const row = await db.coverageAssignment.findUnique({
    where: { id, executiveId: actor.executive.id },
    select: { ratings: { where: { raterId: actor.userId }, select: { id: true } } },
  });
  return row && { version: 1, isOpen: row.ratings.length === 0 };
}

async function readDoneRequest({ db, actor }: Ctx<Answerer>, id: string): Promise<Waiting | null> {
  if (!isExecutive(actor)) return null;
  const row = await db.supportRequest.findUnique({
    where: { id, executiveId: actor.executive.id },
    select: { status: true, rating: { select: { value: true } } },
  });
  return row && { version: 1, isOpen: isRatable(row.status) && row.rating === null };
}

/** A letter is approved where it can be read, so one of a confidential request only in Standby. */
async function readLetterToApprove(ctx: Ctx<Answerer>, id: string): Promise<Waiting | null> {
  if (!isExecutive(ctx.actor)) return null;
  const letter = await requireLetterRow(ctx, id).catch(nullWhenNotFound);
  if (letter?.request.executiveId !== ctx.actor.executive.id || letter.request.confidential) return null;
  return { version: letter.version, isOpen: letter.status === "for_approval" };
}

function nullWhenNotFound(error: unknown): null {
  if (error instanceof NotFoundError) return null;
  throw error;
}

/** A notice as it was written. */
export type ActNotice = { id: string; kind: string; params: unknown };

/** What of a notice can be answered: how, the record it names, and how that stands; null for one that asks nothing of the actor. */
export async function readAnswerable(
  ctx: Ctx<Answerer>,
  { kind, params }: Pick<ActNotice, "kind" | "params">,
): Promise<({ acts: readonly MailAct[]; id: string } & Waiting) | null> {
  const answerable = Object.hasOwn(ANSWERABLE, kind) ? ANSWERABLE[kind] : undefined;
  const facts = z.record(z.string(), z.unknown()).safeParse(params).data ?? {};
  const id = z.uuid().safeParse(answerable && facts[answerable.fact]).data;
  const waiting = answerable && id ? await answerable.read(ctx, id).catch(nullWhenNotFound) : null;
  return answerable && id && waiting ? { acts: answerable.acts, id, ...waiting } : null;
}

/** What stands in the address of a mail's link, for seven days; null where there is nothing to answer. It is worth nothing to open, only to press. */
export async function signActLink(ctx: Ctx<Answerer>, notice: ActNotice): Promise<string | null> {
  const answerable = await readAnswerable(ctx, notice);
  if (!answerable?.isOpen) return null;
  const link = { noticeId: notice.id, version: answerable.version };
  return signText(env().NEXTAUTH_SECRET, "act in a mail", textOfActLink(link, ctx.now));
}

/** The notice of a link, whose it is, and the version it was sent at; null for one that is not ours, over, or forgotten. */
export async function readActLink(
  { db, now }: PublicCtx,
  token: string,
): Promise<(ActLink & { userId: string; notice: ActNotice }) | null> {
  const text = signedText(env().NEXTAUTH_SECRET, "act in a mail", token);
  const link = text === null ? null : actLinkOf(text, now);
  const row =
    link &&
    (await db.notification.findUnique({
      where: { id: link.noticeId },
      select: { id: true, kind: true, params: true, userId: true },
    }));
  if (!link || !row) return null;
  const { userId, ...notice } = row;
  return { ...link, userId, notice };
}
