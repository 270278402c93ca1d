import "server-only";
import type { TimeAway } from "@/lib/absences/requests/queries-checks";
import type { Ctx } from "@/lib/context";
import { loadOffice } from "@/lib/coverage/office/queries";
import { effectOfAbsence } from "@/lib/coverage/what-if/rules-opened-by";
import type { NamedGap } from "@/lib/covers/rules";
import { earlierDay, laterDay } from "@/lib/time/day";
import { halfDayIndex } from "@/lib/time/half-day";
import { columnsOfStretch, spanOfColumns } from "@/lib/time/stretch-columns";
import { halfDayIn } from "@/lib/time/zone";
import { lastPlannedDay } from "./queries-context";
import { gapsLeft } from "./rules-choices";

const TO_BE = "to be";

/** The half-days from now on that stay open when somebody is away, of those that are planned yet; none that are open anyway. */
export async function gapsOpenedBy(ctx: Ctx, { assistantId, stretch }: TimeAway): Promise<NamedGap[]> {
  const { pool } = await ctx.db.assistant.findUniqueOrThrow({
    where: { id: assistantId },
    select: { pool: { select: { timeZone: true } } },
  });
  const now = halfDayIn(pool.timeZone, ctx.now);
  const from = laterDay(stretch.from, now.on);
  const to = earlierDay(stretch.to, lastPlannedDay(from));
  if (to < from) return [];
  const office = await loadOffice(ctx.db, { assistantId }, from, to);
  const away = { id: TO_BE, assistantId, ...spanOfColumns(columnsOfStretch(stretch)), taken: [] };
  const { grid, opened } = effectOfAbsence(office, away, halfDayIndex(now.on, now.part));
  return gapsLeft(grid, opened, []);
}
