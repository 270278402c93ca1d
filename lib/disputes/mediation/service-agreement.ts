import "server-only";
import { randomUUID } from "node:crypto";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import type { MoveRefusal } from "@/lib/moves/rules";
import { workingDaysOf } from "@/lib/pools/queries-working-days";
import { workingDayFrom } from "@/lib/pools/rules-working-days";
import { ok, type Result, refuse } from "@/lib/result";
import { day, dayOfColumn, dayToDate } from "@/lib/time/day";
import { dayIn, instantIn } from "@/lib/time/zone";
import { tellWaiting } from "../access/service-people";
import {
  asHandler,
  inCase,
  noteInJournal,
  type OpenCase,
  type OpeningRefusal,
} from "../access/service-sight";
import { handlerIn, moveCase, partiesInSight } from "../cases/service";
import { endClocks } from "../cases/service-clocks";
import { writeWords } from "../raising/service";
import { checkInDays } from "./rules";
import type { AnswerCheckInInput, ProposeAgreementInput, SignAgreementInput } from "./schema";

type Done = { id: string };

/** Within so many days it is signed, or the handler is told. */
const SIGNED_WITHIN_DAYS = 14;
/** People are asked in the morning. */
export const ASKED_AT_MINUTE = 9 * 60;

/** Proposes what is to be agreed, once all have met; each version is signed anew by everybody. */
export function proposeAgreement(
  ctx: Ctx,
  { id, version, terms }: ProposeAgreementInput,
): Promise<Result<Done, OpeningRefusal | MoveRefusal>> {
  return asHandler(ctx, id, async (tx, open): Promise<Result<Done, MoveRefusal>> => {
    if (!(await canPropose(tx, open))) return refuse("not_possible_now");
    if (open.version !== version) return refuse("changed_since_read");
    const parties = await partiesInSight(tx, id);
    if (terms.some(({ whoId }) => whoId && !parties.includes(whoId))) throw new NotFoundError("person");
    const edition = 1 + (await tx.db.caseAgreement.count({ where: { caseId: id } }));
    await tx.db.caseAgreement.createMany({ data: { caseId: id, edition, proposedAt: tx.now } });
    for (const [position, { words, whoId, untilOn }] of terms.entries()) {
      const textId = await writeWords(tx, open, "term", words);
      const until = untilOn && dayToDate(day(untilOn));
      await tx.db.caseTerm.createMany({
        data: { id: randomUUID(), caseId: id, edition, position, textId, whoId, untilOn: until },
      });
    }
    await tx.db.case.updateMany({ where: { id }, data: { version: version + 1 } });
    await noteInJournal(tx, id, "agreement_proposed");
    await runClock(tx, id, "sign", new Date(tx.now.getTime() + SIGNED_WITHIN_DAYS * 86_400_000));
    await tellWaiting(tx, parties);
    return ok({ id });
  });
}

async function canPropose(tx: Ctx, { id, status }: OpenCase): Promise<boolean> {
  if (status === "monitoring") return true;
  if (status !== "joint_meeting") return false;
  return (await tx.db.caseMeeting.count({ where: { caseId: id, kind: "joint", status: "held" } })) > 0;
}

/** Signs the version that was read. Once everybody has, it is in force, and each is asked how it goes two, four and eight weeks on. */
export function signAgreement(
  ctx: Ctx,
  { id, edition }: SignAgreementInput,
): Promise<Result<Done, OpeningRefusal | "changed_since_read" | "not_possible_now">> {
  return inCase(
    ctx,
    id,
    async (tx, open): Promise<Result<Done, "changed_since_read" | "not_possible_now">> => {
      if (open.role !== "party" || open.closedAt) throw new NotFoundError("agreement");
      const latest = await tx.db.caseAgreement.findFirst({
        where: { caseId: id },
        orderBy: { edition: "desc" },
      });
      if (!latest) throw new NotFoundError("agreement");
      if (latest.edition !== edition) return refuse("changed_since_read");
      const { userId } = tx.actor;
      const signed = { caseId: id, edition };
      if ((await tx.db.caseSignature.count({ where: { ...signed, userId } })) > 0)
        return refuse("not_possible_now");
      await tx.db.caseSignature.createMany({ data: { ...signed, userId, at: tx.now } });
      await noteInJournal(tx, id, "agreement_signed");
      const signatures = await tx.db.caseSignature.findMany({ where: signed, select: { userId: true } });
      const parties = await partiesInSight(tx, id);
      const isWhole = parties.every((party) => signatures.some((one) => one.userId === party));
      if (isWhole) await putInForce(tx, open, edition, parties);
      await tellWaiting(tx, [await handlerIn(tx, id), ...(isWhole ? parties : [])]);
      return ok({ id });
    },
  );
}

async function putInForce(
  tx: Ctx,
  open: OpenCase,
  edition: number,
  parties: readonly string[],
): Promise<void> {
  const caseId = open.id;
  await tx.db.caseAgreement.updateMany({ where: { caseId, edition }, data: { inForceAt: tx.now } });
  if (open.status === "joint_meeting") {
    await moveCase(tx, open, "agree", open.version);
    const agreed = { ...open, status: "agreed" as const, version: open.version + 1 };
    await moveCase(tx, agreed, "follow_up", agreed.version);
  }
  const isWorkingDay = workingDaysOf(open.pool, tx.now);
  const days = checkInDays(dayIn(open.pool.timeZone, tx.now), (on) => workingDayFrom(on, isWorkingDay));
  await tx.db.caseCheckIn.createMany({
    data: parties.flatMap((userId) =>
      days.map((on) => ({ id: randomUUID(), caseId, userId, edition, dueOn: dayToDate(on) })),
    ),
  });
  await endClocks(tx, caseId, ["sign"]);
  if (days[0])
    await runClock(tx, caseId, "check_in", instantIn(open.pool.timeZone, days[0], ASKED_AT_MINUTE));
}

/** Says how it goes; only the handler reads it. */
export function answerCheckIn(
  ctx: Ctx,
  { id, checkInId, feeling, words }: AnswerCheckInInput,
): Promise<Result<Done, OpeningRefusal | "not_possible_now">> {
  return inCase(ctx, id, async (tx, open): Promise<Result<Done, "not_possible_now">> => {
    const where = { id: checkInId, caseId: id, userId: tx.actor.userId, feeling: null };
    const found = await tx.db.caseCheckIn.findFirst({ where, select: { dueOn: true } });
    if (!found) throw new NotFoundError("check-in");
    if (dayOfColumn(found.dueOn) > dayIn(open.pool.timeZone, tx.now)) return refuse("not_possible_now");
    const textId = words === "" ? null : await writeWords(tx, open, "check_in", words);
    await tx.db.caseCheckIn.updateMany({ where, data: { feeling, textId, answeredAt: tx.now } });
    await noteInJournal(tx, id, "check_in_answered");
    await tellWaiting(tx, [await handlerIn(tx, id)]);
    return ok({ id });
  });
}

async function runClock(tx: Ctx, caseId: string, kind: "sign" | "check_in", dueAt: Date): Promise<void> {
  await endClocks(tx, caseId, [kind]);
  await tx.db.caseClock.createMany({ data: { caseId, kind, userId: await handlerIn(tx, caseId), dueAt } });
}
