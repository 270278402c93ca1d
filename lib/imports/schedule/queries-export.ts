import "server-only";
import Papa from "papaparse";
import type { Manager } from "@/lib/actor";
import { listPoolPatterns, type PoolPattern } from "@/lib/assistants/queries-pattern";
import { cycleOn, type DatedHours } from "@/lib/assistants/rules";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { COLUMNS, type ExportScheduleInput, type ScheduleFile } from "@/lib/imports/schema";
import { canManagePool } from "@/lib/pools/policy";
import { listPools } from "@/lib/pools/queries";
import { listDemand, listWorkRoles } from "@/lib/schedules/setup/queries";
import { readShifts } from "@/lib/schedules/week/queries-roster";
import { type PlannedShift, plannedShifts } from "@/lib/schedules/week/rules";
import { addDays, type Day } from "@/lib/time/day";
import { clockText, isSameHours } from "@/lib/time/hours";
import { isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import { dayIn } from "@/lib/time/zone";
import { WEEKDAYS } from "./rules-rows";

type Row = Record<string, string | number | null>;

/** Shifts of so many weeks are written where no days are named. */
const WEEKS = 4;

/** A file of a pool's schedule, as an import reads it; of a pool one leads. */
export async function scheduleCsv(ctx: Ctx<Manager>, input: ExportScheduleInput): Promise<string> {
  const { file, poolId } = input;
  const pool = (await listPools(ctx)).find(({ id }) => id === poolId);
  if (!pool || !canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  const monday = mondayOf(isoWeekOf(dayIn(pool.timeZone, ctx.now)));
  const days = { from: input.from ?? monday, to: input.to ?? addDays(monday, 7 * WEEKS - 1) };
  const rows = {
    patterns: async () => (await listPoolPatterns(ctx, [poolId])).flatMap(patternRows),
    shifts: () => shiftRows(ctx, pool, days),
    demand: () => demandRows(ctx, pool),
  };
  return written(ctx, file, await rows[file]());
}

function written({ actor }: Ctx<Manager>, file: ScheduleFile, rows: readonly Row[]): string {
  const { required, optional } = COLUMNS[file];
  const fields = [...required, ...optional];
  const data = rows.map((row) => fields.map((field) => row[field] ?? ""));
  const delimiter = actor.locale === "sv" ? ";" : ",";
  return `\uFEFF${Papa.unparse({ fields, data }, { delimiter, escapeFormulae: true, newline: "\r\n" })}\r\n`;
}

/** The days from which another week of hours counts, or other weeks that come round again. */
function changesOf(hours: readonly DatedHours[]): Day[] {
  const edges = hours.flatMap(({ validFrom, validTo }) => [
    validFrom,
    ...(validTo ? [addDays(validTo, 1)] : []),
  ]);
  return [...new Set(edges)].sort();
}

function patternRows({ email, hours }: PoolPattern): Row[] {
  return changesOf(hours).flatMap((from) => {
    const { weeks, week } = cycleOn(hours, from);
    // The first week of a file is the one that its first day lies in.
    const inOrder = weeks.map((_, i) => weeks[(week - 1 + i) % weeks.length] ?? []);
    return inOrder.flatMap((days, i) =>
      days.map(({ weekday, startsAtMinute, endsAtMinute, place }) => ({
        ...{ assistant_email: email, from, weekday: WEEKDAYS[weekday - 1] ?? "" },
        ...{ starts: clockText(startsAtMinute), ends: clockText(endsAtMinute) },
        ...{ weeks: weeks.length, week: i + 1, place: place ?? "site" },
      })),
    );
  });
}

type ExportedPool = { id: string; name: string };

async function namesOfRoles(ctx: Ctx<Manager>): Promise<Map<string, string>> {
  const roles = await listWorkRoles(ctx);
  return new Map(roles.map(({ id, nameEn, nameSv }) => [id, ctx.actor.locale === "sv" ? nameSv : nameEn]));
}

async function shiftRows(
  ctx: Ctx<Manager>,
  { id, name }: ExportedPool,
  { from, to }: { from: Day; to: Day },
): Promise<Row[]> {
  const [shifts, people, roles] = await Promise.all([
    readShifts(ctx.db, id, from, to),
    listPoolPatterns(ctx, [id]),
    namesOfRoles(ctx),
  ]);
  const emails = new Map(people.map(({ assistantId, email }) => [assistantId, email]));
  return plannedShifts(shifts)
    .filter(({ on }) => on >= from && on <= to)
    .map((shift) => ({
      ...{ pool: name, assistant_email: emails.get(shift.assistantId ?? "") ?? "", date: shift.on },
      ...{ starts: clockText(shift.startMinute), ends: clockText(shift.endMinute) },
      break_starts: shift.breakMinutes > 0 ? clockText(shift.breakStartMinute) : "",
      ...{ break_minutes: shift.breakMinutes, roles: rolesText(shift, roles) },
    }));
}

function rolesText(shift: PlannedShift, roles: ReadonlyMap<string, string>): string {
  const [only] = shift.work;
  if (only && shift.work.length === 1 && isSameHours(only, shift)) return roles.get(only.roleId) ?? "";
  return shift.work
    .map((one) => `${roles.get(one.roleId)} ${clockText(one.startMinute)}-${clockText(one.endMinute)}`)
    .join("; ");
}

async function demandRows(ctx: Ctx<Manager>, { id, name }: ExportedPool): Promise<Row[]> {
  const [demand, roles] = await Promise.all([listDemand(ctx, id), namesOfRoles(ctx)]);
  return demand.map(({ roleId, weekday, on, startMinute, endMinute, headcount, validFrom, validTo }) => ({
    ...{ pool: name, role: roles.get(roleId) ?? "", weekday: weekday ? (WEEKDAYS[weekday - 1] ?? "") : "" },
    ...{ date: on, starts: clockText(startMinute), ends: clockText(endMinute) },
    ...{ people: headcount, from: validFrom, to: validTo },
  }));
}
