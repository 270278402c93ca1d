import "server-only";
import { z } from "zod";
import { requireAbsence } from "@/lib/absences/requests/queries";
import type { Person } from "@/lib/actor";
import { asAssistant, asExecutive } from "@/lib/auth/person";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { requireHandover } from "@/lib/handovers/queries";
import { requireOwnInterview } from "@/lib/hiring/interviews/queries";
import { type ActNotice, signActLink } from "@/lib/insight/acts/queries";
import { requireLetter } from "@/lib/letters/queries";
import { answerAddressOf } from "@/lib/requests/inbound/service-addresses";
import { requireRequestRow } from "@/lib/requests/queries";
import { requireShiftRequest } from "@/lib/schedules/swaps/queries";

type Reads = (ctx: Ctx<Person>, id: string) => Promise<unknown>;

/** How the record that a notice names is read, by the beginning of its kind; the reader refuses what its person may not know of. */
const RECORDS: readonly { kinds: RegExp; fact: string; read: Reads }[] = [
  { kinds: /^shift_request_/, fact: "requestId", read: requireShiftRequest },
  { kinds: /^(request_|phone_)/, fact: "requestId", read: requireRequestRow },
  { kinds: /^(handover_|access_)/, fact: "handoverId", read: requireHandover },
  { kinds: /^letter_/, fact: "letterId", read: requireLetter },
  { kinds: /^(interview|scorecard)_/, fact: "interviewId", read: requireOwnInterview },
  { kinds: /^absence_/, fact: "absenceId", read: requireAbsence },
];

const Facts = z.record(z.string(), z.unknown());

/** Whether a person may still know of the record that a notice names, asked when its mail goes out. What names none may be said. */
export async function mayStillKnow(ctx: Ctx<Person>, { kind, params }: ActNotice): Promise<boolean> {
  const record = RECORDS.find(({ kinds }) => kinds.test(kind));
  const id = z.uuid().safeParse(record && Facts.safeParse(params).data?.[record.fact]).data;
  if (!record || !id) return true;
  try {
    await record.read(ctx, id);
    return true;
  } catch (error) {
    if (error instanceof NotFoundError) return false;
    throw error;
  }
}

/** The address at which a notice about a request is answered by a mail; null for others, and where mail in is off. */
export function answerAddressFor(kind: string, recordId: string): string | null {
  return /^(request_|phone_)/.test(kind) ? answerAddressOf(recordId) : null;
}

/** The address at which a notice is answered from its mail; null where nothing is asked, or its person has a second factor. */
export async function answerAddress(
  { actor, ...ctx }: Ctx<Person>,
  notice: ActNotice,
  publicUrl: string,
): Promise<string | null> {
  const answerer = asAssistant(actor) ?? asExecutive(actor);
  if (!answerer || actor.hasFactor || actor.mustHaveFactor) return null;
  const token = await signActLink({ ...ctx, actor: answerer }, notice);
  return token && `${publicUrl}/act/${token}`;
}
