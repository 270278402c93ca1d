import "server-only";
import type { Ctx } from "@/lib/context";
import { dayOfColumn } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { openWords } from "../access/service-sealing";
import type { OpenCase } from "../access/service-sight";
import { partiesInSight } from "../cases/service";
import { hasMet, needsLook, refusalOfJointMeeting } from "./rules";
import type { AgreementView, CheckInView, MediationView, MeetingView } from "./schema";
import { consentsIn, meetingsOf } from "./service-meetings";

/** What of meetings, consent, agreement and check-ins the actor may read; within the transaction that has opened the conversation. */
export async function readMediation(tx: Ctx, open: OpenCase): Promise<MediationView> {
  const meetings = await meetingsOf(tx, open.id);
  const consents = await consentsIn(tx, open.id);
  const words = await wordsOf(tx, open);
  const checkIns = await readCheckIns(tx, open, words);
  const isHandler = open.role === "handler";
  const parties = isHandler ? await partiesInSight(tx, open.id) : [];
  const today = dayIn(open.pool.timeZone, tx.now);
  return {
    meetings: meetings.map(
      ({ id, kind, status, withId, startsAt, endsAt, textId, answers }): MeetingView => ({
        ...{ id, kind, status, withId, answers },
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        words: words.get(textId) ?? "",
      }),
    ),
    consents,
    mayConsent: open.status === "separate_meetings" && hasMet(meetings, tx.actor.userId),
    jointRefusal: isHandler ? refusalOfJointMeeting(meetings, parties, consents) : null,
    agreement: await readAgreement(tx, open, words),
    checkIns,
    needsLook: isHandler && needsLook(checkIns, today),
  };
}

async function wordsOf(tx: Ctx, { id: caseId, key }: OpenCase): Promise<Map<string, string>> {
  if (key.length === 0) return new Map();
  const kinds = ["agenda", "term", "check_in"] as const;
  const rows = await tx.db.caseText.findMany({ where: { caseId, kind: { in: [...kinds] } } });
  return new Map(rows.map(({ id, sealed }) => [id, openWords(key, { id, caseId }, sealed)]));
}

async function readAgreement(
  tx: Ctx,
  { id: caseId }: OpenCase,
  words: ReadonlyMap<string, string>,
): Promise<AgreementView | null> {
  const row = await tx.db.caseAgreement.findFirst({
    where: { caseId },
    orderBy: { edition: "desc" },
    include: { terms: { orderBy: { position: "asc" } }, signatures: { orderBy: { at: "asc" } } },
  });
  if (!row) return null;
  return {
    edition: row.edition,
    proposedAt: row.proposedAt.toISOString(),
    inForceAt: row.inForceAt?.toISOString() ?? null,
    terms: row.terms.map(({ textId, whoId, untilOn }) => ({
      words: words.get(textId) ?? "",
      whoId,
      untilOn: untilOn && dayOfColumn(untilOn),
    })),
    signatures: row.signatures.map(({ userId, at }) => ({ userId, at: at.toISOString() })),
  };
}

/** Of the latest agreement: those of everybody for the handler, else one's own. */
async function readCheckIns(
  tx: Ctx,
  open: OpenCase,
  words: ReadonlyMap<string, string>,
): Promise<CheckInView[]> {
  const rows = await tx.db.caseCheckIn.findMany({
    where: { caseId: open.id },
    orderBy: [{ dueOn: "asc" }, { userId: "asc" }],
  });
  const latest = Math.max(0, ...rows.map(({ edition }) => edition));
  return rows
    .filter(({ edition }) => edition === latest)
    .map(({ id, userId, dueOn, feeling, textId }) => ({
      ...{ id, userId, feeling },
      dueOn: dayOfColumn(dueOn),
      words: (textId && words.get(textId)) || "",
    }));
}
