import type { Ctx } from "@/lib/context";
import { columnsOfSpan } from "@/lib/covers/rules-extent";
import { addDays, type Day, dayOfColumn, weekdayOf } from "@/lib/time/day";
import { halfDayIndex } from "@/lib/time/half-day";
import type { Hours } from "@/lib/time/hours";
import { type IsoWeek, mondayOf } from "@/lib/time/iso-week";
import type { DemoAbsence, DemoAssistant, DemoPool } from "./demo-office";
import { type Draw, demoId, drawFor, instantAt } from "./draw";
import { assistantId, hiredOn, MANAGER_ID, userId } from "./people";

type Absence = {
  who: string;
  type: DemoAbsence[1];
  first: number;
  last: number;
  window?: Hours | null;
  status: "approved" | "requested" | "declined";
};

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri"];
const REPORTED = new Set(["sick", "childcare"]);
const YEAR_WEEKS = 52;
const DECLINED = {
  en: "Two of the executive's backups are away then already.",
  sv: "Två av chefens reserver är redan borta då.",
};

/** Puts a year of past absences and those of the six weeks into the database. */
export async function writeAbsences(ctx: Ctx, pools: readonly DemoPool[], monday: Day): Promise<void> {
  for (const pool of pools) {
    const coming = pool.absences.map((absence) => comingAbsence(absence, monday));
    const past = pool.assistants.flatMap((assistant, i) =>
      pastAbsences(
        pool,
        assistant,
        i,
        monday,
        coming.filter((a) => a.who === assistant.name),
      ),
    );
    await write(ctx, pool, monday, [...past, ...coming]);
  }
}

async function write(ctx: Ctx, pool: DemoPool, monday: Day, absences: Absence[]): Promise<void> {
  const rows = absences.map(({ who, type, first, last, window, status }) => {
    const columns = columnsOfSpan({ first, last, window });
    const asked = askedAt(ctx.now, pool, type, columns.startOn, monday);
    const isDecided = status !== "requested" && !REPORTED.has(type);
    return {
      id: absenceId(who, first),
      assistantId: assistantId(who),
      leaveTypeId: type,
      ...columns,
      status,
      createdAt: asked,
      decidedById: isDecided ? MANAGER_ID : null,
      decidedAt: isDecided ? new Date(Math.min(ctx.now.getTime(), asked.getTime() + 30 * 3_600_000)) : null,
      decisionNote: status === "declined" ? DECLINED[pool.locale] : "",
    };
  });
  await ctx.db.absence.createMany({ data: rows });
  await ctx.db.absenceStep.createMany({
    data: rows.flatMap((row, i) => stepsOf(row, userId(absences[i]?.who ?? ""))),
  });
}

type Row = ReturnType<typeof columnsOfSpan> & {
  id: string;
  leaveTypeId: string;
  status: Absence["status"];
  createdAt: Date;
  decidedById: string | null;
  decidedAt: Date | null;
  decisionNote: string;
};

/** How an absence came to be: asked for and decided, or reported. */
function stepsOf(
  { id, leaveTypeId, status, createdAt, decidedById, decidedAt, decisionNote, ...row }: Row,
  who: string,
) {
  const { startOn, startPart, endOn, endPart } = row;
  const stretch = { absenceId: id, startOn, startPart, endOn, endPart };
  const isReported = REPORTED.has(leaveTypeId);
  const start = {
    ...stretch,
    at: createdAt,
    actorId: who,
    action: isReported ? "reported" : "requested",
    status: isReported ? ("approved" as const) : ("requested" as const),
  };
  if (!decidedAt) return [start];
  const action = status === "declined" ? "declined" : "approved";
  return [start, { ...stretch, at: decidedAt, actorId: decidedById, action, status, comment: decisionNote }];
}

/** The id of an absence of the demo office. */
export function absenceId(who: string, first: number): string {
  return demoId("absence", `${who} ${first}`);
}

/** Sickness is reported in the morning; leave is asked for a month or two ahead, the coming weeks' by last week. */
function askedAt(now: Date, pool: DemoPool, type: string, startOn: Date, monday: Day): Date {
  const start = dayOfColumn(startOn);
  const on = REPORTED.has(type) ? start : addDays(start, -45);
  const lastWeek = addDays(monday, -4);
  const asked = instantAt(pool.timeZone, !REPORTED.has(type) && on > lastWeek ? lastWeek : on, 6 * 60 + 50);
  return asked < now ? asked : now;
}

function comingAbsence([who, type, from, to, status]: DemoAbsence, monday: Day): Absence {
  return {
    who,
    type,
    first: indexOf(from, monday, "am"),
    last: indexOf(to, monday, "pm"),
    window: hoursOf(from, to),
    status: status ?? "approved",
  };
}

/** The half-day that "2 Tue am" names: the third week's Tuesday morning. */
export function indexOf(text: string, monday: Day, otherwise: "am" | "pm"): number {
  const [week = "0", weekday = "Mon", part] = text.split(" ");
  const on = addDays(monday, 7 * Number(week) + WEEKDAYS.indexOf(weekday));
  const minute = minuteOf(text);
  // The end of some hours lies before noon up to and with 12:00, their beginning does not.
  if (minute !== null) return halfDayIndex(on, minute < NOON + (otherwise === "pm" ? 1 : 0) ? "am" : "pm");
  return halfDayIndex(on, part === "am" || part === "pm" ? part : otherwise);
}

const NOON = 12 * 60;

function minuteOf(text: string): number | null {
  const clock = /(\d\d):(\d\d)$/.exec(text);
  return clock ? 60 * Number(clock[1]) + Number(clock[2]) : null;
}

function hoursOf(from: string, to: string): Hours | null {
  const [startMinute, endMinute] = [minuteOf(from), minuteOf(to)];
  return startMinute !== null && endMinute !== null ? { startMinute, endMinute } : null;
}

type Spell = { type: Absence["type"]; from: Day; to: Day; isHalf?: boolean };

/** Last summer's holidays, and what else a year brings, wherever nothing else is in the way. */
function pastAbsences(
  pool: DemoPool,
  assistant: DemoAssistant,
  place: number,
  monday: Day,
  coming: Absence[],
): Absence[] {
  const draw = drawFor(`absences ${assistant.name}`);
  const earliest = [hiredOn(assistant, monday), addDays(monday, -7 * YEAR_WEEKS)].sort().at(-1) as Day;
  const taken = [...coming];
  const spells = [summerOf(pool, place, monday), ...otherSpells(draw, monday)];
  for (const { type, from, to, isHalf } of spells) {
    const first = halfDayIndex(from, isHalf ? "pm" : "am");
    const last = halfDayIndex(to, "pm");
    const isFree = taken.every((other) => other.last < first - 2 || other.first > last + 2);
    if (from >= earliest && to < monday && isFree)
      taken.push({ who: assistant.name, type, first, last, status: "approved" });
  }
  const past = taken.slice(coming.length);
  const refused = draw.happens(0.1) ? past.findLast((absence) => absence.type === "vacation") : undefined;
  return past.map((absence) => (absence === refused ? { ...absence, status: "declined" } : absence));
}

/** The last summer that is over by the Monday; one half of the pool goes after the other. */
function summerOf(pool: DemoPool, place: number, monday: Day): Spell {
  const { firstWeek, weeks } = pool.summer;
  const shift = (place % 3) * (weeks - 1);
  const inYear = (year: number) =>
    addDays(mondayOf(`${year}-W${String(firstWeek).padStart(2, "0")}` as IsoWeek), 7 * shift);
  const year = Number(monday.slice(0, 4));
  const isOver = addDays(inYear(year), 7 * weeks) <= monday;
  const from = inYear(isOver ? year : year - 1);
  return { type: "vacation", from, to: addDays(from, 7 * weeks - 3) };
}

function otherSpells(draw: Draw, monday: Day): Spell[] {
  const workdayBefore = (weeks: number) => addDays(monday, -7 * weeks + draw.between(0, 4));
  const week = () => draw.between(1, YEAR_WEEKS - 1);
  const spells: Spell[] = [];
  const holiday = addDays(monday, -7 * week());
  spells.push({ type: "vacation", from: holiday, to: addDays(holiday, 4) });
  for (let i = draw.between(1, 3); i > 0; i--) {
    const from = workdayBefore(week());
    const to = addDays(from, Math.min(draw.between(0, 3), 5 - weekdayOf(from)));
    spells.push({ type: "sick", from, to });
  }
  for (let i = draw.happens(0.4) ? draw.between(1, 3) : 0; i > 0; i--) {
    const from = workdayBefore(week());
    spells.push({ type: "childcare", from, to: from });
  }
  const course = workdayBefore(week());
  spells.push({ type: "training", from: course, to: course });
  const errand = workdayBefore(week());
  spells.push({ type: "other", from: errand, to: errand, isHalf: true });
  return spells;
}
