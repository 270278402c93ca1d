import "server-only";
import { isApprovedAbsence, isCalledOff } from "@/lib/absences/requests/rules";
import type { AbsenceView } from "@/lib/absences/requests/schema";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { readFree, readGrid } from "@/lib/coverage/demand/queries-grid";
import type { StaffingGrid } from "@/lib/coverage/demand/rules-grid";
import { withEligibility } from "@/lib/coverage/office/queries";
import type { Office } from "@/lib/coverage/office/rules";
import { effectOfAbsence } from "@/lib/coverage/what-if/rules-opened-by";
import { COVER, coverOfRow } from "@/lib/covers/queries";
import { listAcceptedGaps } from "@/lib/covers/queries-gaps";
import { type CoverRecord, LIVE_COVER } from "@/lib/covers/rules";
import { groupedBy } from "@/lib/groups";
import { addDays, type Day, day, dayToDate, laterDay } from "@/lib/time/day";
import { doSpansOverlap, halfDayIndex } from "@/lib/time/half-day";
import { isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import { spanOfStretch } from "@/lib/time/stretch";
import { daysOnEarth, halfDayIn } from "@/lib/time/zone";
import {
  canCoverAllOf,
  countOpened,
  effectOf,
  type Free,
  gridAroundAbsence,
  type LeaveEffect,
  type OpenedCount,
} from "./rules-effects";

/** The weeks of which a pool's grid is kept; what begins later is looked at when it is opened. */
const WEEKS_KNOWN = 12;

type Person = { id: string; poolId: string; timeZone: string; poolIds: string[] };
type Covers = ReadonlyMap<string, CoverRecord[]>;

/**
 * What each absence of a list does to executives, in words a row has room for: from who serves whom as it is kept, without a
 * plan, in a number of statements that depends on the pools alone.
 */
export async function listLeaveEffects(
  ctx: Ctx<Manager>,
  absences: readonly AbsenceView[],
): Promise<Map<string, LeaveEffect>> {
  const people = new Map((await listPeople(ctx, absences)).map((person) => [person.id, person]));
  const effects = new Map<string, LeaveEffect>();
  const ahead: Ahead[] = [];
  for (const absence of absences) {
    const person = people.get(absence.assistantId);
    if (!person || isCalledOff(absence.status)) continue;
    const now = halfDayIn(person.timeZone, ctx.now);
    const monday = mondayOf(isoWeekOf(now.on));
    const span = spanOfStretch({ ...absence, from: day(absence.from), to: day(absence.to) });
    const fromIndex = halfDayIndex(now.on, now.part);
    if (span.last < fromIndex) effects.set(absence.id, { kind: "over" });
    else if (absence.from >= addDays(monday, 7 * WEEKS_KNOWN)) effects.set(absence.id, { kind: "later" });
    else ahead.push({ absence, person, monday, fromIndex, span });
  }
  for (const [id, effect] of await effectsAhead(ctx, ahead)) effects.set(id, effect);
  return effects;
}

type Ahead = {
  absence: AbsenceView;
  person: Person;
  monday: Day;
  fromIndex: number;
  span: ReturnType<typeof spanOfStretch>;
};

async function effectsAhead(ctx: Ctx<Manager>, ahead: readonly Ahead[]): Promise<Map<string, LeaveEffect>> {
  const isEnding = ({ absence }: Ahead) => absence.status === "cancellation_requested";
  const [ending, others] = [ahead.filter(isEnding), ahead.filter((one) => !isEnding(one))];
  const [covers, grids, released] = await Promise.all([
    countCoversOf(ctx, ending),
    readGrids(ctx, others),
    listReleased(ctx, others),
  ]);
  const opened = others.map((one) => openedBy(one, grids, released));
  const accepted = await listAcceptedFor(ctx, opened);
  const coverable = await listCoverable(ctx, opened);
  const effects = new Map<string, LeaveEffect>(
    ending.map(({ absence }) => [absence.id, { kind: "called_off", covers: covers.get(absence.id) ?? 0 }]),
  );
  for (const one of opened) {
    const { id, status } = one.absence;
    const counts = one.parts.map((part) => countOpened(part, accepted));
    effects.set(id, effectOf({ status, opened: sumOf(counts), canCoverAll: coverable.has(id) }));
  }
  return effects;
}

function sumOf(counts: readonly OpenedCount[]): OpenedCount {
  const none = { executives: 0, halfDays: 0, open: 0, accepted: 0, asked: 0 };
  return counts.reduce(
    (sum, one) => ({
      executives: sum.executives + one.executives,
      halfDays: sum.halfDays + one.halfDays,
      open: sum.open + one.open,
      accepted: sum.accepted + one.accepted,
      asked: sum.asked + one.asked,
    }),
    none,
  );
}

type Grids = ReadonlyMap<string, StaffingGrid>;

async function readGrids(ctx: Ctx<Manager>, ahead: readonly Ahead[]): Promise<Grids> {
  const pools = new Map(
    ahead.flatMap(({ person, monday }) =>
      [person.poolId, ...person.poolIds].map(
        (id) => [id, { id, timeZone: person.timeZone, monday }] as const,
      ),
    ),
  );
  const grids = [...pools.values()].map(async ({ monday, ...pool }) => {
    const grid = await readGrid(ctx, pool, monday, addDays(monday, 7 * WEEKS_KNOWN - 1));
    return [pool.id, grid] as const;
  });
  return new Map(await Promise.all(grids));
}

type Opened = ReturnType<typeof openedBy>;

/** What an absence opens, pool by pool; an executive whom another pool's grid holds too counts once. */
function openedBy({ absence, person, fromIndex, span }: Ahead, grids: Grids, released: Covers) {
  const taken = isApprovedAbsence(absence.status)
    ? (released.get(absence.assistantId) ?? []).filter((cover) => doSpansOverlap(cover, span))
    : [];
  const away = { id: absence.id, assistantId: absence.assistantId, ...span, taken };
  const parts = [...new Set([person.poolId, ...person.poolIds])].flatMap((poolId) => {
    const standing = grids.get(poolId);
    if (!standing) return [];
    const { grid, opened } = effectOfAbsence(gridAroundAbsence(standing, away), away, fromIndex);
    const poolOf = new Map(grid.office.executives.map((one) => [one.id, one.poolId]));
    return [
      { poolId, standing, grid, opened: new Map([...opened].filter(([id]) => poolOf.get(id) === poolId)) },
    ];
  });
  return { absence, parts };
}

async function listAcceptedFor(ctx: Ctx<Manager>, all: readonly Opened[]) {
  const approved = all.filter(({ absence }) => isApprovedAbsence(absence.status));
  const executiveIds = [
    ...new Set(approved.flatMap(({ parts }) => parts.flatMap(({ opened }) => [...opened.keys()]))),
  ];
  if (executiveIds.length === 0) return [];
  const from = daysOnEarth(ctx.now).from;
  const to = approved.map(({ absence }) => day(absence.to)).reduce(laterDay);
  return listAcceptedGaps(ctx, { executiveIds, from, to });
}

/** The absences that wait for a decision and could be covered wholly, each beside what stands. */
async function listCoverable(ctx: Ctx<Manager>, all: readonly Opened[]): Promise<Set<string>> {
  const asked = all.filter(({ absence }) => !isApprovedAbsence(absence.status));
  const byPool = groupedBy(
    asked.flatMap(({ parts }) => parts),
    ({ poolId }) => poolId,
  );
  const offices = new Map<string, { office: Office; free: Free }>();
  for (const [poolId, parts] of byPool) {
    const standing = parts[0]?.standing;
    if (!standing) continue;
    const ids = [...new Set(parts.flatMap(({ opened }) => [...opened.keys()]))];
    const office = await withEligibility(ctx.db, standing.office, ids);
    offices.set(poolId, { office, free: await readFree(ctx, standing) });
  }
  const isCoverable = ({ absence, parts }: Opened) =>
    parts.every((part) => {
      const known = offices.get(part.poolId);
      return known !== undefined && canCoverAllOf(part, known.office, known.free, absence.assistantId);
    });
  return new Set(asked.filter(isCoverable).map(({ absence }) => absence.id));
}

async function listPeople({ db, now }: Ctx, absences: readonly AbsenceView[]): Promise<Person[]> {
  const ids = [...new Set(absences.map(({ assistantId }) => assistantId))];
  const today = daysOnEarth(now).from;
  return db.$queryRaw`
    SELECT s.id, s.pool_id AS "poolId", p.time_zone AS "timeZone", ARRAY(
      SELECT e.pool_id FROM support_assignments sa JOIN executives e ON e.id = sa.executive_id
      WHERE sa.assistant_id = s.id AND (sa.to_on IS NULL OR sa.to_on >= ${today}::date)
      UNION SELECT e.pool_id FROM coverage_assignments c JOIN executives e ON e.id = c.executive_id
      WHERE c.assistant_id = s.id AND c.end_on >= ${today}::date) AS "poolIds"
    FROM assistants s JOIN pools p ON p.id = s.pool_id WHERE s.id = ANY(${ids}::uuid[])`;
}

/** The covers that absences took from those who are away, by assistant. */
async function listReleased({ db, now }: Ctx, ahead: readonly Ahead[]): Promise<Covers> {
  const approved = ahead.filter(({ absence }) => isApprovedAbsence(absence.status));
  if (approved.length === 0) return new Map<string, CoverRecord[]>();
  const rows = await db.coverageAssignment.findMany({
    where: {
      assistantId: { in: approved.map(({ absence }) => absence.assistantId) },
      status: "released",
      endOn: { gte: dayToDate(daysOnEarth(now).from) },
    },
    select: COVER,
  });
  return groupedBy(rows.map(coverOfRow), ({ assistantId }) => assistantId);
}

async function countCoversOf({ db }: Ctx, ending: readonly Ahead[]): Promise<Map<string, number>> {
  const ids = ending.map(({ absence }) => absence.id);
  if (ids.length === 0) return new Map();
  const rows = await db.coverageAssignment.groupBy({
    by: ["absenceId"],
    where: { absenceId: { in: ids }, status: { in: [...LIVE_COVER] } },
    _count: true,
  });
  return new Map(rows.map(({ absenceId, _count }) => [absenceId ?? "", _count]));
}
