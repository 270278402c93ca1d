import "server-only";
import type {
  EndAbsenceInput,
  ProlongAbsenceInput,
  ReportSicknessInput,
} from "@/lib/absences/schema-sickness";
import { type ChangedAbsence, endAbsence, prolongAbsence, reportSickness } from "@/lib/absences/sickness";
import type { Assistant, Person } from "@/lib/actor";
import { type Ctx, inTransactionOrRefuse } from "@/lib/context";
import { notify } from "@/lib/notices/notice";
import type { Result } from "@/lib/result";
import { managersOf } from "./managers";

type RefusalOf<V extends (...args: never[]) => Promise<Result<unknown, string>>> =
  Awaited<ReturnType<V>> extends infer A ? (A extends { ok: false; reason: infer R } ? R : never) : never;

/** Reports sickness of one's own; the pool's managers are told, with the way to the plan that repairs the day. */
export function reportSick(
  ctx: Ctx<Assistant>,
  input: ReportSicknessInput,
): Promise<Result<ChangedAbsence, RefusalOf<typeof reportSickness> & string>> {
  return inTransactionOrRefuse(ctx, (tx) => telling(tx, "reported", () => reportSickness(tx, input)));
}

/** Prolongs an absence: the days it adds open gaps, and the managers are told where the plan for them is. */
export function prolongAway(
  ctx: Ctx<Person>,
  input: ProlongAbsenceInput,
): Promise<Result<ChangedAbsence, RefusalOf<typeof prolongAbsence> & string>> {
  return inTransactionOrRefuse(ctx, (tx) => telling(tx, "prolonged", () => prolongAbsence(tx, input)));
}

/** Ends an absence earlier: whoever covers the days after is released, and everybody concerned is told. */
export function endAway(
  ctx: Ctx<Person>,
  input: EndAbsenceInput,
): Promise<Result<ChangedAbsence, RefusalOf<typeof endAbsence> & string>> {
  return inTransactionOrRefuse(ctx, (tx) => telling(tx, "ended", () => endAbsence(tx, input)));
}

async function telling<R extends string>(
  tx: Ctx<Person>,
  change: "reported" | "prolonged" | "ended",
  verb: () => Promise<Result<ChangedAbsence, R>>,
): Promise<Result<ChangedAbsence, R>> {
  const answer = await verb();
  if (!answer.ok) return answer;
  const { id: absenceId, range } = answer.value;
  const { assistant } = await tx.db.absence.findUniqueOrThrow({
    where: { id: absenceId },
    select: { assistant: { select: { poolId: true, user: { select: { name: true } } } } },
  });
  await notify(tx, await managersOf(tx, assistant.poolId), {
    kind: "sickness_reported",
    params: { absenceId, name: assistant.user.name, range, change },
  });
  return answer;
}
