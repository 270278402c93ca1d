import "server-only";
import type { Ctx, PublicCtx } from "@/lib/context";
import type { Day } from "@/lib/time/day";
import { dayOfColumn } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { Prisma } from "@/prisma/generated/client/client";
import { weekBegins } from "./rules-ramp";
import type { RampStepView } from "./schema-ramp";

/** The steps of the assistant `a` as [duty, level, the day it opens or null], for the office's facts. */
export const RAMP_STEPS = Prisma.sql`(SELECT coalesce(json_agg(json_build_array(r.duty_id, r.level,
  CASE WHEN r.signed_off_at IS NOT NULL THEN (a.hired_on + 7 * (r.from_week - 1))::text END)), '[]')
  FROM ramp_steps r WHERE r.assistant_id = a.id)`;

/** The level of the skill `s` that the assistant `a` may be asked for on a day. */
export function levelOnDay(on: Day): Prisma.Sql {
  const steps = Prisma.sql`FROM ramp_steps r WHERE r.assistant_id = a.id AND r.duty_id = s.duty_id`;
  return Prisma.sql`CASE WHEN EXISTS (SELECT ${steps}) THEN least(s.proficiency, coalesce((SELECT max(r.level) ${steps}
    AND r.signed_off_at IS NOT NULL AND a.hired_on + 7 * (r.from_week - 1) <= ${on}::date), 0)) ELSE s.proficiency END`;
}

/** The steps of one assistant in their order. Whoever asks has been asked for. */
export async function readRamp({ db }: PublicCtx | Ctx, assistantId: string): Promise<RampStepView[]> {
  const rows = await db.rampStep.findMany({
    where: { assistantId },
    include: {
      signedOffBy: { select: { name: true } },
      assistant: { select: { hiredOn: true, pool: { select: { timeZone: true } } } },
    },
    orderBy: [{ fromWeek: "asc" }, { duty: { sortOrder: "asc" } }, { dutyId: "asc" }],
  });
  return rows.map(({ id, dutyId, fromWeek, level, reason, signedOffAt, signedOffBy, assistant }) => ({
    ...{ id, dutyId, fromWeek, level, reason },
    begins: assistant.hiredOn && weekBegins(dayOfColumn(assistant.hiredOn), fromWeek),
    signedOffOn: signedOffAt && dayIn(assistant.pool.timeZone, signedOffAt),
    signedOffBy: signedOffBy?.name ?? null,
  }));
}
