import "server-only";
import type { Executive } from "@/lib/actor";
import { getContact } from "@/lib/assistants/queries-contact";
import { weekdayHoursOn } from "@/lib/availability/rules";
import type { Ctx } from "@/lib/context";
import { ownIn, piecesIn } from "@/lib/coverage/demand/rules";
import { slotState } from "@/lib/coverage/demand/rules-states";
import { withoutOffers } from "@/lib/coverage/offers/rules";
import { loadStaffing } from "@/lib/coverage/office/queries";
import { type OfficeExecutive, type Staffing, workCalendarOf } from "@/lib/coverage/office/rules";
import { daysOffIn } from "@/lib/days-off";
import { namesOfDuties } from "@/lib/pools/queries-duties";
import { addDays, type Day, daysFrom } from "@/lib/time/day";
import type { DayPart, HalfDay } from "@/lib/time/half-day";
import type { Hours } from "@/lib/time/hours";
import { dayIn } from "@/lib/time/zone";
import { type ServingAhead, servingAhead } from "./queries";

export type SupportPart = {
  part: DayPart;
  status: "own" | "cover" | "gap" | "not_needed";
  assistantName: string | null;
  /** The executive's own, where they are there for all duties but not for all of the half-day. */
  ownName: string | null;
  /** Who is there in some hours or for some duties; nobody yet where there is no name. Empty for one whole half-day. */
  pieces: { window: Hours | null; dutyIds: string[]; assistantName: string | null }[];
};

export type SupportDay = { on: Day; holiday: string | null; parts: SupportPart[] };

/** Who is there now or next, from which half-day on, until when that day, and for whom of the executive's own. */
export type SupportNow = ServingAhead & {
  /** The end of the assistant's hours that day, or of the hours that are covered. */
  endMinute: number | null;
  coversFor: string | null;
  email: string;
  phone: string;
};

export type ExecutiveSupport = {
  today: Day;
  now: SupportNow | null;
  days: SupportDay[];
  dutyNames: Record<string, string>;
};

/** Who supports an executive now, today and the coming days. Never why somebody else does. */
export async function getExecutiveSupport(
  ctx: Ctx<Executive>,
  input: { days: number },
): Promise<ExecutiveSupport> {
  const pool = await ctx.db.pool.findUniqueOrThrow({ where: { id: ctx.actor.executive.poolId } });
  const today = dayIn(pool.timeZone, ctx.now);
  const last = addDays(today, input.days - 1);
  const office = withoutOffers(
    await loadStaffing(ctx.db, { executiveIds: [ctx.actor.executive.id] }, today, last),
  );
  const holidays = daysOffIn(pool, today, last, ctx.actor.locale);
  const [executive] = office.executives;
  if (!executive) return { today, now: null, days: [], dutyNames: {} };
  const days = daysFrom(today, last).map((on) => ({
    on,
    holiday: holidays.get(on) ?? null,
    parts: (["am", "pm"] as const).map((part) => supportPart(office, executive, { on, part })),
  }));
  const dutyIds = days.flatMap((one) => one.parts).flatMap((part) => part.pieces.flatMap((p) => p.dutyIds));
  const now = supportNow(office, executive, servingAhead(office, executive, pool.timeZone, ctx.now));
  const contact = now && (await getContact(ctx, now.assistantId));
  return {
    today,
    now: contact && { ...now, ...contact },
    days,
    dutyNames: await namesOfDuties(ctx, dutyIds),
  };
}

function supportNow(
  office: Staffing,
  executive: OfficeExecutive,
  serving: ServingAhead | null,
): Omit<SupportNow, "email" | "phone"> | null {
  const assistant = serving && office.assistants.get(serving.assistantId);
  if (!serving || !assistant) return null;
  const hours = weekdayHoursOn(workCalendarOf(office, assistant), serving.at.on);
  const piece = piecesIn(slotState(office, executive, serving.at)).find(
    ({ cover }) => cover?.assistantId === assistant.id,
  );
  const isCover = serving.kind === "cover" && piece !== undefined;
  const absentId = isCover && "assistantId" in piece.cause ? piece.cause.assistantId : null;
  return {
    ...serving,
    endMinute: (isCover ? piece.window?.endMinute : null) ?? hours?.endsAtMinute ?? null,
    coversFor: (absentId && office.assistants.get(absentId)?.name) || null,
  };
}

function supportPart(office: Staffing, executive: OfficeExecutive, at: HalfDay): SupportPart {
  const state = slotState(office, executive, at);
  const nameOf = (id: string | undefined) => (id ? (office.assistants.get(id)?.name ?? null) : null);
  const pieces = piecesIn(state);
  const own = ownIn(state).filter(({ dutyIds }) => dutyIds.length > 0);
  const isInParts =
    own.length > 0 || pieces.length > 1 || pieces.some((p) => p.window !== null || p.dutyIds.length > 0);
  return {
    part: at.part,
    status: state.status,
    assistantName: "assistantId" in state ? nameOf(state.assistantId) : null,
    ownName: isInParts && own.length === 0 ? nameOf(ownIn(state)[0]?.assistantId) : null,
    pieces: [
      ...own.map(({ assistantId, dutyIds }) => ({
        window: null,
        dutyIds: [...dutyIds],
        assistantName: nameOf(assistantId),
      })),
      ...(isInParts ? pieces : []).map(({ window, dutyIds, cover }) => ({
        window,
        dutyIds: [...dutyIds],
        assistantName: nameOf(cover?.assistantId),
      })),
    ],
  };
}
