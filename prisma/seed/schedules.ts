import type { Ctx } from "@/lib/context";
import { addDays, type Day, dayOfColumn, dayToDate, weekdayOf } from "@/lib/time/day";
import type { Hours } from "@/lib/time/hours";
import { type IsoWeek, isoWeekOf } from "@/lib/time/iso-week";
import type { Prisma } from "@/prisma/generated/client/client";
import type { DemoAssistant, DemoPool } from "./demo-office";
import { demoId } from "./draw";
import { WEEKS } from "./executives";
import { assistantId, MANAGER_ID, poolId } from "./people";

const NOON = 12 * 60;
const LONGEST_RUN = 5 * 60;
const HOUR_MS = 3_600_000;
const DEMO_ASSISTANT = "Maria Lindgren";
const TOLD_TODAY = 5;

const SUPPORT = demoId("role", "support");
const RECEPTION = demoId("role", "reception");
const PHONES = demoId("role", "phones");

const ROLES: Prisma.WorkRoleCreateManyInput[] = [
  { id: SUPPORT, nameEn: "Support", nameSv: "Stöd", isWithExecutives: true, sortOrder: 1 },
  {
    id: RECEPTION,
    nameEn: "Reception",
    nameSv: "Reception",
    dutyId: "reception",
    minProficiency: 2,
    sortOrder: 2,
  },
  {
    ...{ id: PHONES, nameEn: "Phones", nameSv: "Telefon", dutyId: "phones", minProficiency: 2, sortOrder: 3 },
    isUnloved: true,
  },
];

/** When somebody is needed at the front, beside the executives: before and after them, and while they are at lunch. */
const NEEDS = [
  { roleId: RECEPTION, startMinute: NOON, endMinute: 13 * 60, headcount: 1 },
  { roleId: PHONES, startMinute: NOON, endMinute: 13 * 60, headcount: 1 },
  { roleId: PHONES, startMinute: 17 * 60, endMinute: 17.5 * 60, headcount: 1 },
];

const TEMPLATES = [
  { name: "Day", startMinute: 8 * 60, endMinute: 17 * 60, breakMinutes: 60, roleId: SUPPORT },
  { name: "Early reception", startMinute: 7 * 60, endMinute: NOON, breakMinutes: 0, roleId: RECEPTION },
  { name: "Late phones", startMinute: 13 * 60, endMinute: 18 * 60, breakMinutes: 0, roleId: PHONES },
];

type Piece = Hours & { roleId: string };
type Planned = Prisma.ShiftCreateManyInput & { id: string; work: Piece[] };

/** Roles, needs and templates, and this week as it is published. Before absences: leave that comes later calls shifts off. */
export async function writeSchedules(tx: Ctx, pools: readonly DemoPool[], monday: Day): Promise<void> {
  await tx.db.workRole.createMany({ data: ROLES });
  for (const pool of pools) {
    await writeNeeds(tx, pool);
    await writeWishes(tx, pool);
    const published = shiftsOf(tx, pool, monday, "published");
    await writeShifts(tx, published);
    await tx.db.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
    await tx.db.$executeRaw`SET CONSTRAINTS ALL DEFERRED`;
    await writePublications(tx, pool, monday, published);
    await writeShifts(tx, changesOfWeek(tx, monday, published));
    const weeks = [isoWeekOf(monday), isoWeekOf(addDays(monday, 7))];
    await tx.db.scheduleWeek.createMany({
      data: weeks.map((week) => ({ poolId: poolId(pool), week, version: 1 })),
    });
  }
}

/** Drafts of the next week, for all who are not away then. */
export async function draftNextWeek(tx: Ctx, pools: readonly DemoPool[], monday: Day): Promise<void> {
  const next = addDays(monday, 7);
  const away = await tx.db.absence.findMany({
    where: {
      status: "approved",
      startOn: { lte: dayToDate(addDays(next, 6)) },
      endOn: { gte: dayToDate(next) },
    },
    select: { assistantId: true, startOn: true, endOn: true },
  });
  const isThere = ({ assistantId: id, on }: Planned) =>
    !away.some(
      ({ assistantId: who, startOn, endOn }) =>
        who === id && startOn <= new Date(on) && new Date(on) <= endOn,
    );
  for (const pool of pools) await writeShifts(tx, nextWeek(tx, pool, next).filter(isThere));
}

/** When the demo assistant and a colleague would rather not work, or gladly. */
async function writeWishes(tx: Ctx, pool: DemoPool): Promise<void> {
  const [first, second] = pool.assistants;
  const demo = pool.assistants.find(({ name }) => name === DEMO_ASSISTANT) ?? first;
  if (!demo || !second) return;
  const friday = { weekday: 5, startMinute: 15 * 60, endMinute: 24 * 60 };
  await tx.db.availability.createMany({
    data: [
      { assistantId: assistantId(demo.name), ...friday, kind: "rather_not" },
      { assistantId: assistantId(demo.name), weekday: 1, startMinute: 0, endMinute: NOON, kind: "gladly" },
      {
        assistantId: assistantId(second.name),
        weekday: 3,
        startMinute: 17 * 60,
        endMinute: 24 * 60,
        kind: "unavailable",
      },
    ],
  });
}

async function writeNeeds(tx: Ctx, pool: DemoPool): Promise<void> {
  await tx.db.roleDemand.createMany({
    data: [1, 2, 3, 4, 5].flatMap((weekday) =>
      NEEDS.map((need, i) => ({
        ...need,
        id: demoId("demand", `${pool.name} ${weekday} ${i}`),
        poolId: poolId(pool),
        weekday,
      })),
    ),
  });
  await tx.db.shiftTemplate.createMany({
    data: TEMPLATES.map(({ roleId, ...template }) => ({
      ...template,
      id: demoId("template", `${pool.name} ${template.name}`),
      poolId: poolId(pool),
      work: [{ roleId, startMinute: template.startMinute, endMinute: template.endMinute }],
    })),
  });
}

/** Everybody's shifts of a week: the hours of their week, and in turn an hour at reception and phones while others have lunch. */
function shiftsOf(tx: Ctx, pool: DemoPool, monday: Day, status: "draft" | "published"): Planned[] {
  return pool.assistants.flatMap((assistant, turn) => {
    const last = assistant.leavesInWeeks === undefined ? Infinity : assistant.leavesInWeeks * 7;
    return last < 0
      ? []
      : WEEKS[assistant.hours].week.flatMap((hours) => {
          const on = addDays(monday, hours.weekday - 1);
          const span = { startMinute: hours.startsAtMinute, endMinute: hours.endsAtMinute };
          return [
            shiftOf(
              tx,
              pool,
              assistant,
              on,
              span,
              workOf(span, (turn + hours.weekday) % pool.assistants.length),
              status,
            ),
          ];
        });
  });
}

function shiftOf(
  tx: Ctx,
  pool: DemoPool,
  { name }: DemoAssistant,
  on: Day,
  hours: Hours,
  work: Piece[],
  status: "draft" | "published",
): Planned {
  return {
    id: demoId("shift", `${name} ${on} ${status}`),
    poolId: poolId(pool),
    assistantId: assistantId(name),
    on: dayToDate(on),
    ...hours,
    ...breakOf(hours, work),
    status,
    createdById: MANAGER_ID,
    createdAt: new Date(tx.now.getTime() - 5 * 24 * HOUR_MS),
    work,
  };
}

/** An hour at noon, or before or after it for whoever is at the front then. */
function breakOf({ startMinute, endMinute }: Hours, work: readonly Piece[]) {
  if (endMinute - startMinute <= LONGEST_RUN) return { breakMinutes: 0, breakStartMinute: startMinute };
  const isBusyAtNoon = work.some((piece) => piece.roleId !== SUPPORT && piece.startMinute === NOON);
  const latest = startMinute + LONGEST_RUN;
  const earliest = endMinute - LONGEST_RUN - 60;
  const wished = isBusyAtNoon ? 13 * 60 : NOON;
  return { breakMinutes: 60, breakStartMinute: Math.max(earliest, Math.min(latest, wished)) };
}

function workOf(hours: Hours, turn: number): Piece[] {
  const { startMinute, endMinute } = hours;
  const isWhole = startMinute <= 9 * 60 && endMinute >= 16 * 60 && startMinute >= 8 * 60;
  const front = turn === 1 ? RECEPTION : turn === 4 ? PHONES : null;
  const noon = { startMinute: NOON, endMinute: 13 * 60 };
  if (!front || !isWhole) return [{ ...hours, roleId: SUPPORT }];
  return [
    { startMinute, endMinute: NOON, roleId: SUPPORT },
    { ...noon, roleId: front },
    { startMinute: 13 * 60, endMinute, roleId: SUPPORT },
  ];
}

async function writeShifts(tx: Ctx, shifts: readonly Planned[]): Promise<void> {
  await tx.db.shift.createMany({ data: shifts.map(({ work: _, ...shift }) => shift) });
  await tx.db.shiftWork.createMany({
    data: shifts.flatMap(({ id, work }) => work.map((piece) => ({ ...piece, shiftId: id }))),
  });
}

/** The week was published last Friday, and some of it again this morning, which not everybody has read. */
async function writePublications(
  tx: Ctx,
  pool: DemoPool,
  monday: Day,
  shifts: readonly Planned[],
): Promise<void> {
  const week = isoWeekOf(monday);
  const told = pool.assistants.map(({ name }) => ({
    name,
    own: shifts.filter((shift) => shift.assistantId === assistantId(name)),
  }));
  const first = await publish(tx, pool, week, 1, 3 * 24);
  await tx.db.publicationReceipt.createMany({
    data: told
      .filter(({ own }) => own.length > 0)
      .map(({ name, own }) => ({
        publicationId: first,
        assistantId: assistantId(name),
        firstDay: dayToDate(monday),
        acknowledgedAt: new Date(tx.now.getTime() - 2 * 24 * HOUR_MS),
        changes: own.map((shift) => changeOf(shift, false)),
      })),
  });
  const second = await publish(tx, pool, week, 2, 1);
  const changed = told
    .filter(({ own }) => own.length > 0)
    .sort((a, b) => Number(b.name === DEMO_ASSISTANT) - Number(a.name === DEMO_ASSISTANT))
    .slice(0, TOLD_TODAY);
  await tx.db.publicationReceipt.createMany({
    data: changed.map(({ name, own }, i) => ({
      publicationId: second,
      assistantId: assistantId(name),
      firstDay: dayToDate(addDays(monday, 4)),
      acknowledgedAt: i % 2 === 0 ? null : new Date(tx.now.getTime() - HOUR_MS / 2),
      changes: own.slice(-1).map((shift) => changeOf(shift, true)),
    })),
  });
}

async function publish(
  tx: Ctx,
  pool: DemoPool,
  week: IsoWeek,
  number: number,
  hoursAgo: number,
): Promise<string> {
  const id = demoId("publication", `${pool.name} ${week} ${number}`);
  const at = new Date(tx.now.getTime() - hoursAgo * HOUR_MS);
  const data = { id, poolId: poolId(pool), week, number, byId: MANAGER_ID, at };
  await tx.db.schedulePublication.create({ data });
  return id;
}

/** What a receipt says of a shift: that it is new, or that it ends an hour later than it did. */
function changeOf({ id, on, startMinute, endMinute, work }: Planned, isLonger: boolean) {
  const side = { on: dayOfColumn(new Date(on)), startMinute };
  const earlier = endMinute - 60;
  const before = {
    ...side,
    endMinute: earlier,
    work: [{ startMinute, endMinute: earlier, roleId: SUPPORT }],
  };
  return {
    shiftId: id,
    kind: isLonger ? "longer" : "new",
    before: isLonger ? before : null,
    after: { ...side, endMinute, work: work.map((piece) => ({ ...piece })) },
  };
}

/** What is not published yet of this week: somebody longer on Friday, somebody at phones in the afternoon, a shift too many. */
function changesOfWeek(tx: Ctx, monday: Day, published: readonly Planned[]): Planned[] {
  const friday = addDays(monday, 4);
  const ofFriday = published.filter(
    ({ on, endMinute }) => new Date(on).getTime() === dayToDate(friday).getTime() && endMinute === 17 * 60,
  );
  const [longer, phones] = [ofFriday[3], ofFriday[5]];
  if (!longer || !phones) return [];
  const draftOf = (shift: Planned, hours: Hours, work: Piece[]): Planned => ({
    ...shift,
    ...hours,
    work,
    id: demoId("shift", `${shift.id} draft`),
    status: "draft",
    supersedesId: shift.id,
    createdAt: tx.now,
  });
  const late = { startMinute: longer.startMinute, endMinute: 18 * 60 };
  const { startMinute, endMinute } = phones;
  return [
    draftOf(longer, late, [
      { startMinute: late.startMinute, endMinute: 17 * 60, roleId: SUPPORT },
      { startMinute: 17 * 60, endMinute: 18 * 60, roleId: PHONES },
    ]),
    draftOf(phones, { startMinute, endMinute }, [
      { startMinute, endMinute: 13 * 60, roleId: SUPPORT },
      { startMinute: 13 * 60, endMinute, roleId: PHONES },
    ]),
  ];
}

/** The next week as it is drafted: everybody's hours again, one late evening before an early morning among them. */
function nextWeek(tx: Ctx, pool: DemoPool, monday: Day): Planned[] {
  const drafts = shiftsOf(tx, pool, monday, "draft");
  const whole = pool.assistants.filter(({ hours }) => hours === "office");
  const tired = assistantId(whole[6]?.name ?? "");
  return drafts.map((shift) => {
    const weekday = weekdayOf(dayOfColumn(new Date(shift.on)));
    if (shift.assistantId !== tired || (weekday !== 3 && weekday !== 4)) return shift;
    const hours =
      weekday === 3
        ? { startMinute: 12 * 60, endMinute: 21 * 60 }
        : { startMinute: 7 * 60, endMinute: 12 * 60 };
    const work = [{ ...hours, roleId: weekday === 3 ? PHONES : RECEPTION }];
    return { ...shift, ...hours, ...breakOf(hours, work), work };
  });
}
