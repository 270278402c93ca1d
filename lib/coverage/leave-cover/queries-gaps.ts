import "server-only";
import type { TimeAway } from "@/lib/absences/requests/queries-checks";
import type { Ctx } from "@/lib/context";
import { gridOf } from "@/lib/coverage/demand/rules-grid";
import { loadOffice } from "@/lib/coverage/office/queries";
import type { Office, OfficeAssistant, OfficeExecutive } from "@/lib/coverage/office/rules";
import { type Away, effectOfAbsence, type OpenedHalfDays } from "@/lib/coverage/what-if/rules-opened-by";
import { withoutAbsence } from "@/lib/coverage/what-if/rules-scenario";
import type { NamedGap } from "@/lib/covers/rules";
import { type Day, earlierDay, laterDay } from "@/lib/time/day";
import { type HalfDay, halfDayIndex } from "@/lib/time/half-day";
import { spanOfStretch } from "@/lib/time/stretch";
import { halfDayIn } from "@/lib/time/zone";
import { lastPlannedDay } from "./queries-context";
import { gapsLeft } from "./rules-choices";

/** The half-days from now on that stay open when somebody is away, of those that are planned yet; none that are open anyway. */
export async function gapsOpenedBy(ctx: Ctx, away: TimeAway): Promise<NamedGap[]> {
  const [gaps = []] = await gapsOpenedInTurn(ctx, [away]);
  return gaps;
}

/** The same of many absences, read at once: each beside those before it that are reported or open nothing. */
export async function gapsOpenedInTurn(ctx: Ctx, away: readonly TimeAway[]): Promise<NamedGap[][]> {
  const nowOf = await halfDayNowOf(ctx, away);
  const days = away.map(({ assistantId, stretch }) => {
    const now = nowOf.get(assistantId) ?? halfDayIn("UTC", ctx.now);
    const from = laterDay(stretch.from, now.on);
    return { now, from, to: earlierDay(stretch.to, lastPlannedDay(from)) };
  });
  const ahead = days.filter(isComing);
  const [first] = ahead;
  if (!first) return away.map(() => []);
  const from = ahead.reduce((least, one) => earlierDay(least, one.from), first.from);
  const to = ahead.reduce((most, one) => laterDay(most, one.to), first.to);
  const coming = away.filter((_, place) => isComing(days[place]));
  const assistantIds = [...new Set(coming.map(({ assistantId }) => assistantId))];
  const read = await loadOffice(ctx.db, { assistantIds }, from, to);
  const assistants = new Map(read.assistants);
  const office = { ...read, assistants };
  const supportedBy = executivesByAssistant(office);
  return away.map((one, place) => {
    const when = days[place];
    if (!when || !isComing(when)) return [];
    const around = officeAround(office, one.assistantId, supportedBy.get(one.assistantId) ?? [], when);
    const gaps = one.isReported ? [] : gapsOf(around, one, place, when.now);
    if (gaps.length === 0) addAway(assistants, one, place);
    return gaps;
  });
}

type Days = { now: HalfDay; from: Day; to: Day };

function isComing(days: Days | undefined): boolean {
  return days !== undefined && days.from <= days.to;
}

async function halfDayNowOf(ctx: Ctx, away: readonly TimeAway[]): Promise<Map<string, HalfDay>> {
  const rows = await ctx.db.assistant.findMany({
    where: { id: { in: [...new Set(away.map(({ assistantId }) => assistantId))] } },
    select: { id: true, pool: { select: { timeZone: true } } },
  });
  return new Map(rows.map(({ id, pool }) => [id, halfDayIn(pool.timeZone, ctx.now)]));
}

/** Who is supported or covered by each assistant. */
function executivesByAssistant({ executives, covers }: Office): Map<string, Set<OfficeExecutive>> {
  const by = new Map<string, Set<OfficeExecutive>>();
  for (const executive of executives)
    for (const { assistantId } of [...executive.supports, ...(covers.get(executive.id) ?? [])])
      by.set(assistantId, (by.get(assistantId) ?? new Set()).add(executive));
  return by;
}

/** The part of the office that an assistant's absence can touch, on its days. */
function officeAround(
  office: Office,
  assistantId: string,
  supported: Iterable<OfficeExecutive>,
  { from, to }: Days,
): Office {
  const executives = [...supported];
  const covers = new Map(executives.map(({ id }) => [id, office.covers.get(id) ?? []]));
  const helpers = executives.flatMap(({ id, supports }) => [...supports, ...(covers.get(id) ?? [])]);
  const [first, last] = [halfDayIndex(from, "am"), halfDayIndex(to, "pm")];
  const assistants = new Map<string, OfficeAssistant>();
  for (const id of [assistantId, ...helpers.map((one) => one.assistantId)]) {
    const assistant = office.assistants.get(id);
    if (!assistant) continue;
    const absences = assistant.absences.filter((one) => one.first <= last && one.last >= first);
    assistants.set(id, { ...assistant, absences });
  }
  return { ...office, from, to, executives, assistants, covers };
}

function gapsOf(office: Office, away: TimeAway, place: number, now: HalfDay): NamedGap[] {
  if (office.executives.length === 0) return [];
  const fromIndex = halfDayIndex(now.on, now.part);
  const { assistantId, instead } = away;
  const before = instead ? withoutAbsence(office, assistantId, instead.id) : office;
  const { grid, opened } = effectOfAbsence(gridOf(before), awayOf(away, place), fromIndex);
  if (!instead?.isDecided) return gapsLeft(grid, opened, []);
  const known = office.assistants.get(assistantId)?.absences.find(({ id }) => id === instead.id);
  if (!known || known.window) return gapsLeft(grid, opened, []);
  const decided = effectOfAbsence(gridOf(office), { ...known, assistantId, taken: [] }, fromIndex).opened;
  return gapsLeft(grid, withoutHalfDays(opened, decided), []);
}

function withoutHalfDays(opened: OpenedHalfDays, decided: OpenedHalfDays): OpenedHalfDays {
  return new Map(
    [...opened].map(([id, indexes]) => [
      id,
      new Set([...indexes].filter((index) => !decided.get(id)?.has(index))),
    ]),
  );
}

function addAway(assistants: Map<string, OfficeAssistant>, away: TimeAway, place: number): void {
  const assistant = assistants.get(away.assistantId);
  if (!assistant) return;
  const others = assistant.absences.filter(({ id }) => id !== away.instead?.id);
  assistants.set(away.assistantId, { ...assistant, absences: [...others, awayOf(away, place)] });
}

function awayOf({ assistantId, stretch }: TimeAway, place: number): Away {
  return { id: `to be ${place}`, assistantId, ...spanOfStretch(stretch), taken: [] };
}
