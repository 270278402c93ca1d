import "server-only";
import type { Assistant } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import type { MoveRefusal } from "@/lib/moves/rules";
import { listServedExecutiveIds, type VisibleRequest } from "@/lib/requests/queries";
import { STATUSES_SHOWN } from "@/lib/requests/rules";
import { ok, type Result, refuse } from "@/lib/result";
import { dayIn } from "@/lib/time/zone";
import { letterAudit } from "./audit";
import { canWriteLetter } from "./policy";
import { requireLetterRow, requireReadableRequest, type VisibleLetter } from "./queries";
import type { MovedLetter } from "./rules";
import type { LetterLanguage } from "./rules-choices";
import { type FieldValues, refusalOfFieldNames } from "./rules-fields";
import { valuesOfVersion } from "./rules-own-values";
import type { DraftLetterInput, WriteLetterInput } from "./schema";
import { moveLetter } from "./service-moves";
import { requireTemplate } from "./templates/queries";

type FieldRefusal = "letter_field_unknown" | "letter_field_open";

/**
 * Begins a letter for an open request one has or serves, from a template of the executive's pool or from nothing. Refuses fields
 * there are not, and a request that is done with.
 */
export function draftLetter(
  ctx: Ctx<Assistant>,
  { requestId, templateId, values, recipientEmail, ...input }: DraftLetterInput,
): Promise<Result<{ id: string }, FieldRefusal | "not_serving_now" | "not_possible_now">> {
  return inTransaction(ctx, async (tx) => {
    const request = await requireReadableRequest(tx, requestId);
    const isOpen = STATUSES_SHOWN.open.some((status) => status === request.status);
    if (!(await mayWrite(tx, request))) return refuse("not_serving_now");
    if (!isOpen) return refuse("not_possible_now", { details: { status: request.status } });
    const template = templateId ? await requireTemplate(tx, templateId, request.poolId) : null;
    const language = input.language ?? template?.language ?? "en";
    const { subject = template?.subject ?? request.summary, body = template?.body ?? "" } = input;
    const refusal = refusalOfFieldNames({ subject, body }, language);
    if (refusal) return refusal;
    const { id } = await tx.db.letter.create({
      data: {
        ...{ requestId, templateId, language, createdById: tx.actor.userId },
        ...{ createdAt: tx.now, updatedAt: tx.now },
        versions: {
          create: {
            ...{ number: 1, subject, body, recipientEmail, writtenById: tx.actor.userId, writtenAt: tx.now },
            values: await filledIn(tx, request, language, values),
          },
        },
      },
      select: { id: true },
    });
    await audit(tx, letterAudit("letter.drafted", id, { requestId, number: 1, status: "draft" }));
    return ok({ id });
  });
}

async function mayWrite(tx: Ctx, request: VisibleRequest): Promise<boolean> {
  return canWriteLetter(tx.actor, request, await listServedExecutiveIds(tx));
}

async function filledIn(
  tx: Ctx,
  request: VisibleRequest,
  language: LetterLanguage,
  typed: FieldValues,
): Promise<Record<string, string>> {
  const { title, pool } = await tx.db.executive.findUniqueOrThrow({
    where: { id: request.executiveId },
    select: { title: true, pool: { select: { timeZone: true } } },
  });
  const today = dayIn(pool.timeZone, tx.now);
  const known = { executive: request.executive.user.name, title, assistant: tx.actor.name, today };
  return valuesOfVersion(language, typed, known);
}

/** A letter for whoever may write it; who may only read it is refused. */
export async function readToWrite(
  tx: Ctx<Assistant>,
  id: string,
): Promise<Result<VisibleLetter, "not_serving_now">> {
  const letter = await requireLetterRow(tx, id);
  return (await mayWrite(tx, letter.request)) ? ok(letter) : refuse("not_serving_now");
}

/**
 * Writes a letter anew, as its next version; one that was approved or waits for approval is a draft again. Saved as it is, it stays as
 * it is. Refuses fields there are not, a sent letter and a lost update.
 */
export function writeLetter(
  ctx: Ctx<Assistant>,
  { values: typed, ...input }: WriteLetterInput,
): Promise<Result<MovedLetter, FieldRefusal | MoveRefusal | "not_serving_now">> {
  return inTransaction(ctx, async (tx) => {
    const read = await readToWrite(tx, input.id);
    if (!read.ok) return read;
    const { latest, request, ...letter } = read.value;
    const { subject, body, recipientEmail } = input;
    const refusal = refusalOfFieldNames({ subject, body }, letter.language);
    if (refusal) return refusal;
    const values = await filledIn(tx, request, letter.language, typed);
    const isSame =
      letter.version === input.version &&
      subject === latest.subject &&
      body === latest.body &&
      recipientEmail === latest.recipientEmail &&
      sameValues(values, latest.values);
    if (isSame && letter.status !== "sent") return ok(letter);
    const written = { subject, body, recipientEmail, values };
    return moveLetter(tx, input, { move: "write", read: () => readToWrite(tx, input.id), written });
  });
}

function sameValues(a: FieldValues, b: FieldValues): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof FieldValues>;
  return [...keys].every((key) => (a[key] ?? "") === (b[key] ?? ""));
}
