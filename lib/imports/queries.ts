import "server-only";
import { LIVE_STATUSES } from "@/lib/absences/requests/rules-statuses";
import { canRenameAccount } from "@/lib/accounts/policy";
import type { Manager } from "@/lib/actor";
import { WORK_COLUMNS, workHoursOf } from "@/lib/assistants/queries-hours";
import { weekOn } from "@/lib/assistants/rules";
import type { Ctx } from "@/lib/context";
import type {
  KnownAbsence,
  KnownKeptApart,
  KnownMember,
  KnownOffice,
  KnownPerson,
  KnownSupport,
} from "@/lib/imports/plan/rules-office";
import { readRestrictions } from "@/lib/matching/queries";
import { canManagePool } from "@/lib/pools/policy";
import { dayOfColumn, dayToDate } from "@/lib/time/day";
import { STRETCH_COLUMNS, stretchOfColumns } from "@/lib/time/stretch-columns";
import { dayIn, daysOnEarth } from "@/lib/time/zone";
import type { Prisma } from "@/prisma/generated/client/client";

const ADDRESSES_PER_QUERY = 5_000;

const POOL = { select: { id: true, name: true, timeZone: true } } as const;

const PERSON = {
  id: true,
  email: true,
  name: true,
  disabledAt: true,
  isAdministrator: true,
  managedPools: { select: { poolId: true } },
  assistant: {
    select: {
      id: true,
      version: true,
      site: true,
      phone: true,
      seniority: true,
      ftePercent: true,
      hiredOn: true,
      leavesOn: true,
      pool: POOL,
      workingPatterns: { select: WORK_COLUMNS },
      skills: { select: { dutyId: true, proficiency: true } },
      languages: { select: { language: true, level: true } },
    },
  },
  executive: {
    select: {
      id: true,
      version: true,
      title: true,
      department: true,
      tier: true,
      site: true,
      phone: true,
      onsite: true,
      leavesOn: true,
      pool: POOL,
      dutyRequirements: {
        select: { dutyId: true, minutesPerDay: true, minProficiency: true, coverLevel: true },
      },
      languages: { select: { language: true, level: true } },
    },
  },
} satisfies Prisma.UserSelect;

type PersonRow = Prisma.UserGetPayload<{ select: typeof PERSON }>;

/** What the office knows of the people with some addresses, in a few queries however many they are. */
export async function loadKnownOffice(ctx: Ctx<Manager>, addresses: readonly string[]): Promise<KnownOffice> {
  const pools = await ctx.db.pool.findMany({ select: { id: true, name: true } });
  const duties = await ctx.db.duty.findMany({ select: { id: true, nameEn: true, nameSv: true } });
  const leaveTypes = await ctx.db.leaveType.findMany({
    select: { id: true, nameEn: true, nameSv: true, isReported: true },
    orderBy: [{ sortOrder: "asc" }, { id: "asc" }],
  });
  const people = new Map<string, KnownPerson>();
  const support: KnownSupport[] = [];
  const absences: KnownAbsence[] = [];
  for (let start = 0; start < addresses.length; start += ADDRESSES_PER_QUERY) {
    const some = addresses.slice(start, start + ADDRESSES_PER_QUERY);
    const rows = await ctx.db.user.findMany({ where: { email: { in: some } }, select: PERSON });
    for (const row of rows) people.set(row.email, personOf(ctx, row));
    support.push(...(await listSupport(ctx, some)));
    absences.push(...(await listAbsences(ctx, some)));
  }
  return {
    pools: pools.map((pool) => ({ ...pool, isManaged: canManagePool(ctx.actor, pool.id) })),
    duties,
    leaveTypes,
    people,
    members: await listMembers(ctx),
    support,
    keptApart: await listKeptApart(ctx, people),
    absences,
  };
}

const MEMBER = {
  site: true,
  user: { select: { name: true, email: true } },
  pool: { select: { name: true } },
} as const;

async function listMembers(ctx: Ctx<Manager>): Promise<KnownMember[]> {
  const today = dayToDate(dayIn("UTC", ctx.now));
  const where = {
    poolId: { in: [...ctx.actor.managedPoolIds] },
    OR: [{ leavesOn: null }, { leavesOn: { gte: today } }],
  };
  const order = { user: { name: "asc" } } as const;
  const assistants = await ctx.db.assistant.findMany({ where, select: MEMBER, orderBy: order });
  const executives = await ctx.db.executive.findMany({ where, select: MEMBER, orderBy: order });
  const memberOf =
    (file: KnownMember["file"]) =>
    ({ site, user, pool }: (typeof assistants)[number]): KnownMember => ({
      file,
      site,
      ...user,
      pool: pool.name,
    });
  return [...assistants.map(memberOf("assistants")), ...executives.map(memberOf("executives"))];
}

function personOf(ctx: Ctx<Manager>, row: PersonRow): KnownPerson {
  const account = {
    userId: row.id,
    isAdministrator: row.isAdministrator,
    managedPoolIds: row.managedPools.map((pool) => pool.poolId),
  };
  const pools = [row.assistant?.pool.id, row.executive?.pool.id].filter((id) => id !== undefined);
  return {
    userId: row.id,
    email: row.email,
    name: row.name,
    isDisabled: row.disabledAt !== null,
    canRename: canRenameAccount(ctx.actor, account) && pools.every((id) => canManagePool(ctx.actor, id)),
    assistant: row.assistant && assistantOf(ctx, row.assistant),
    executive: row.executive && executiveOf(ctx, row.executive),
  };
}

function assistantOf(ctx: Ctx<Manager>, row: NonNullable<PersonRow["assistant"]>): KnownPerson["assistant"] {
  const { id, version, pool, hiredOn, leavesOn, workingPatterns, site, phone, seniority, ftePercent } = row;
  const patterns = workHoursOf(workingPatterns);
  return {
    id,
    version,
    isManaged: canManagePool(ctx.actor, pool.id),
    record: {
      pool: pool.name,
      site,
      phone,
      seniority,
      ftePercent,
      hiredOn: hiredOn && dayOfColumn(hiredOn),
      leavesOn: leavesOn && dayOfColumn(leavesOn),
      hours: weekOn(patterns, dayIn(pool.timeZone, ctx.now)),
      skills: sortedBy(row.skills, (skill) => skill.dutyId),
      languages: sortedBy(row.languages, (one) => one.language),
    },
  };
}

function executiveOf(ctx: Ctx<Manager>, row: NonNullable<PersonRow["executive"]>): KnownPerson["executive"] {
  const { id, version, pool, title, department, tier, site, phone, onsite, leavesOn } = row;
  return {
    id,
    version,
    isManaged: canManagePool(ctx.actor, pool.id),
    record: {
      pool: pool.name,
      title,
      department,
      tier,
      site,
      phone,
      onsite,
      leavesOn: leavesOn && dayOfColumn(leavesOn),
      duties: sortedBy(row.dutyRequirements, (need) => need.dutyId),
      languages: sortedBy(row.languages, (one) => one.language),
    },
  };
}

async function listSupport(ctx: Ctx<Manager>, executiveEmails: string[]): Promise<KnownSupport[]> {
  const rows = await ctx.db.supportAssignment.findMany({
    where: { executive: { user: { email: { in: executiveEmails } } } },
    select: {
      id: true,
      version: true,
      role: true,
      rank: true,
      dutyIds: true,
      fromOn: true,
      toOn: true,
      executive: { select: { user: { select: { email: true } } } },
      assistant: { select: { user: { select: { email: true, name: true } } } },
    },
  });
  return rows.map(({ id, version, role, rank, dutyIds, fromOn, toOn, executive, assistant }) => ({
    id,
    version,
    role,
    rank,
    dutyIds,
    from: dayOfColumn(fromOn),
    to: toOn && dayOfColumn(toOn),
    executiveEmail: executive.user.email,
    assistantEmail: assistant.user.email,
    assistantName: assistant.user.name,
  }));
}

async function listKeptApart(
  ctx: Ctx<Manager>,
  people: ReadonlyMap<string, KnownPerson>,
): Promise<KnownKeptApart[]> {
  const [executives, assistants] = [new Map<string, string>(), new Map<string, string>()];
  for (const { email, executive, assistant } of people.values()) {
    if (executive) executives.set(executive.id, email);
    if (assistant) assistants.set(assistant.id, email);
  }
  const pairs = await readRestrictions(ctx.db, [...executives.keys()], daysOnEarth(ctx.now).from);
  return pairs.flatMap(({ kind, executiveId, assistantId, expiresOn: until }) => {
    const [executiveEmail, assistantEmail] = [executives.get(executiveId), assistants.get(assistantId)];
    return kind === "hard" && executiveEmail && assistantEmail
      ? [{ executiveEmail, assistantEmail, until }]
      : [];
  });
}

async function listAbsences(ctx: Ctx<Manager>, assistantEmails: string[]): Promise<KnownAbsence[]> {
  const rows = await ctx.db.absence.findMany({
    where: { status: { in: [...LIVE_STATUSES] }, assistant: { user: { email: { in: assistantEmails } } } },
    select: {
      id: true,
      version: true,
      leaveTypeId: true,
      status: true,
      ...STRETCH_COLUMNS,
      assistant: { select: { user: { select: { email: true } } } },
    },
  });
  return rows.map(({ id, version, leaveTypeId, status, assistant, ...stretch }) => ({
    id,
    version,
    type: leaveTypeId,
    status: LIVE_STATUSES.find((live) => live === status) ?? "requested",
    assistantEmail: assistant.user.email,
    ...stretchOfColumns(stretch),
  }));
}

function sortedBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...items].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
