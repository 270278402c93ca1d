import "server-only";
import type { Assistant, Executive } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { daysOffIn } from "@/lib/pools/holidays";
import { addDays, type Day, daysFrom, weekdayOf } from "@/lib/time/day";
import type { DayPart, HalfDay } from "@/lib/time/half-day";
import { type IsoWeek, isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import { dayIn } from "@/lib/time/zone";
import { loadOffice } from "./office";
import { coverMinutes, ownMinutes, slotState } from "./rules/demand";
import { withoutOffers } from "./rules/offers";
import { absenceOn, type Office, type OfficeAssistant, scheduledMinutes } from "./rules/office";

/** An executive in a half-day of an assistant's week, and why: their own, or covered for somebody who is away. */
export type WeekDesk = {
  executiveId: string;
  name: string;
  title: string;
  kind: "own" | "cover";
  minutes: number;
  coverFor: string | null;
};

export type WeekPart = {
  part: DayPart;
  state: "work" | "away" | "off";
  desks: WeekDesk[];
  /** Own executives somebody else serves, or nobody, while I am away. */
  coveredByOthers: { executiveId: string; name: string; coveredBy: string | null }[];
};

export type WeekDay = {
  on: Day;
  holiday: string | null;
  hours: { startsAtMinute: number; endsAtMinute: number } | null;
  parts: WeekPart[];
};

export type AssistantWeek = { week: IsoWeek; today: Day; days: WeekDay[] };

const DAYS_SHOWN = 7;

/** An assistant's week: hours, whom they support, whom they cover and for whom, and who stands in while they are away. */
export async function getAssistantWeek(
  ctx: Ctx<Assistant>,
  input: { week?: IsoWeek },
): Promise<AssistantWeek> {
  const pool = await ctx.db.pool.findUniqueOrThrow({ where: { id: ctx.actor.assistant.poolId } });
  const today = dayIn(pool.timeZone, ctx.now);
  const week = input.week ?? isoWeekOf(today);
  const monday = mondayOf(week);
  const sunday = addDays(monday, DAYS_SHOWN - 1);
  const office = withoutOffers(
    await loadOffice(ctx.db, { assistantId: ctx.actor.assistant.id }, monday, sunday),
  );
  const holidays = daysOffIn(pool, monday, sunday, ctx.actor.locale);
  const me = office.assistants.get(ctx.actor.assistant.id);
  const days = me
    ? daysFrom(monday, sunday).map((on) => dayOf(office, me, on, holidays.get(on) ?? null))
    : [];
  return { week, today, days };
}

function dayOf(office: Office, me: OfficeAssistant, on: Day, holiday: string | null): WeekDay {
  const parts = [partOf(office, me, { on, part: "am" }), partOf(office, me, { on, part: "pm" })];
  const hours = me.hours.find((h) => isInForce(h, on) && parts.some((part) => part.state !== "off"));
  return {
    on,
    holiday,
    hours: hours ? { startsAtMinute: hours.startsAtMinute, endsAtMinute: hours.endsAtMinute } : null,
    parts,
  };
}

function isInForce(hours: OfficeAssistant["hours"][number], on: Day): boolean {
  return (
    hours.weekday === weekdayOf(on) &&
    hours.validFrom <= on &&
    (hours.validTo === null || hours.validTo >= on)
  );
}

function partOf(office: Office, me: OfficeAssistant, at: HalfDay): WeekPart {
  const desks: WeekDesk[] = [];
  const coveredByOthers: WeekPart["coveredByOthers"] = [];
  for (const executive of office.executives) {
    const state = slotState(office, executive, at);
    const desk = { executiveId: executive.id, name: executive.name, title: executive.title };
    if (state.status === "own" && state.assistantId === me.id) {
      desks.push({ ...desk, kind: "own", minutes: ownMinutes(executive.duties, at.part), coverFor: null });
    } else if (state.status === "cover" || state.status === "gap") {
      const absentId = "assistantId" in state.cause ? state.cause.assistantId : null;
      const absent = absentId ? (office.assistants.get(absentId)?.name ?? null) : null;
      if (state.status === "cover" && state.assistantId === me.id) {
        desks.push({
          ...desk,
          kind: "cover",
          minutes: coverMinutes(executive.duties, at.part),
          coverFor: absent,
        });
      } else if (absentId === me.id) {
        const coveredBy =
          state.status === "cover" ? (office.assistants.get(state.assistantId)?.name ?? null) : null;
        coveredByOthers.push({ executiveId: executive.id, name: executive.name, coveredBy });
      }
    }
  }
  return { part: at.part, state: stateOf(office, me, at), desks, coveredByOthers };
}

function stateOf(office: Office, me: OfficeAssistant, at: HalfDay): WeekPart["state"] {
  if (scheduledMinutes(office, me, at) === 0) return "off";
  return absenceOn(me, at) ? "away" : "work";
}

export type SupportPart = {
  part: DayPart;
  status: "own" | "cover" | "gap" | "not_needed";
  assistantName: string | null;
};

export type SupportDay = { on: Day; holiday: string | null; parts: SupportPart[] };

/** Who supports an executive today and the coming days. Never why somebody else does. */
export async function getExecutiveSupport(
  ctx: Ctx<Executive>,
  input: { days: number },
): Promise<{ today: Day; days: SupportDay[] }> {
  const pool = await ctx.db.pool.findUniqueOrThrow({ where: { id: ctx.actor.executive.poolId } });
  const today = dayIn(pool.timeZone, ctx.now);
  const last = addDays(today, input.days - 1);
  const office = withoutOffers(
    await loadOffice(ctx.db, { executiveIds: [ctx.actor.executive.id] }, today, last),
  );
  const holidays = daysOffIn(pool, today, last, ctx.actor.locale);
  const [desk] = office.executives;
  if (!desk) return { today, days: [] };
  const days = daysFrom(today, last).map((on) => ({
    on,
    holiday: holidays.get(on) ?? null,
    parts: (["am", "pm"] as const).map((part) => {
      const state = slotState(office, desk, { on, part });
      const assistantName =
        "assistantId" in state ? (office.assistants.get(state.assistantId)?.name ?? null) : null;
      return { part, status: state.status, assistantName };
    }),
  }));
  return { today, days };
}
