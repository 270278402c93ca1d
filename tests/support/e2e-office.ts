import { randomBytes, randomUUID } from "node:crypto";
import { addDays, dayToDate } from "@/lib/time/day";
import type { WeekdayHours } from "@/lib/time/half-day";
import { e2eDb } from "./e2e-database";
import { type PoolDays, poolDays } from "./e2e-days";

/** Somebody of a test's office who can sign in. `id` is the assistant's or executive's, or the account's. */
export type OfficePerson = { id: string; userId: string; name: string; email: string };

type AssistantSpec = {
  /** Proficiency by duty; calendar and travel at 4 unless told otherwise. */
  skills?: Record<string, number>;
};

type ExecutiveSpec<A extends string> = {
  primary?: A;
  backups?: A[];
  tier?: number;
  /** Proficiency the calendar asks for. */
  needs?: number;
};

type OfficeSpec<A extends string, E extends string> = {
  assistants?: Record<A, AssistantSpec>;
  executives?: Record<E, ExecutiveSpec<NoInfer<A>>>;
  /** People work and need support at every minute of every day, for tests about now. */
  isAlwaysOpen?: boolean;
  /** Leave takes the decisions of two managers. */
  isDecidedTwice?: boolean;
  /** Coverage leads through the first steps. */
  isNew?: boolean;
  /** The manager administers too. */
  isAdministered?: boolean;
};

/** A pool of one test, with two managers. */
export type TestOffice<A extends string, E extends string> = {
  poolId: string;
  poolName: string;
  days: PoolDays;
  manager: OfficePerson;
  secondManager: OfficePerson;
  assistants: Record<A, OfficePerson>;
  executives: Record<E, OfficePerson>;
};

const OFFICE_WEEK = hoursOn([1, 2, 3, 4, 5], 8 * 60, 17 * 60);
const EVERY_MINUTE = hoursOn([1, 2, 3, 4, 5, 6, 7], 0, 24 * 60);
const SKILLS = { calendar: 4, travel: 4 };
const SUPPORTED_FOR_DAYS = 400;

function hoursOn(weekdays: number[], startsAtMinute: number, endsAtMinute: number): WeekdayHours[] {
  return weekdays.map((weekday) => ({ weekday, startsAtMinute, endsAtMinute }));
}

/** A surname that no other test's people have. */
function newSurname(): string {
  const letters = Array.from(randomBytes(8), (byte) => String.fromCharCode(97 + (byte % 26))).join("");
  return letters.charAt(0).toUpperCase() + letters.slice(1);
}

function personOf(key: string, surname: string): OfficePerson {
  const [id, userId] = [randomUUID(), randomUUID()];
  const name = `${key.charAt(0).toUpperCase()}${key.slice(1)} ${surname}`;
  return { id, userId, name, email: `${key}.${surname}@e2e.example`.toLowerCase() };
}

/**
 * Writes a pool of the test's own: no days off, eight to five on weekdays unless it is always open, 25 days of leave a
 * year. Names are the keys with a surname nobody else has.
 */
export async function createOffice<A extends string = never, E extends string = never>(
  spec: OfficeSpec<A, E> = {},
): Promise<TestOffice<A, E>> {
  const surname = newSurname();
  const people = <K extends string>(specs: Record<K, unknown> | undefined) =>
    Object.fromEntries(Object.keys(specs ?? {}).map((key) => [key, personOf(key, surname)])) as Record<
      K,
      OfficePerson
    >;
  const [manager, secondManager] = [personOf("mona", surname), personOf("moses", surname)];
  const office: TestOffice<A, E> = {
    poolId: randomUUID(),
    poolName: `Pool ${surname}`,
    days: poolDays(),
    manager: { ...manager, id: manager.userId },
    secondManager: { ...secondManager, id: secondManager.userId },
    assistants: people(spec.assistants),
    executives: people(spec.executives),
  };
  await writeOffice(office, spec);
  return office;
}

async function writeOffice<A extends string, E extends string>(
  { poolId, poolName, days, ...office }: TestOffice<A, E>,
  spec: OfficeSpec<A, E>,
): Promise<void> {
  const db = e2eDb();
  const assistants = entriesOf(office.assistants, spec.assistants);
  const executives = entriesOf(office.executives, spec.executives);
  const managers = [office.manager, office.secondManager];
  const everybody = [...managers, ...assistants.map(([one]) => one), ...executives.map(([one]) => one)];
  const week = spec.isAlwaysOpen ? EVERY_MINUTE : OFFICE_WEEK;
  const fromOn = dayToDate(addDays(days.today, -SUPPORTED_FOR_DAYS));
  await db.$transaction([
    db.user.createMany({
      data: everybody.map(({ userId, name, email }) => ({
        id: userId,
        name,
        email,
        // Managers have come in once: a pool is never left to somebody who cannot.
        passwordHash: managers.some((one) => one.userId === userId) ? "opens nothing" : null,
        isAdministrator: spec.isAdministered === true && userId === office.manager.userId,
      })),
    }),
    db.pool.create({
      data: {
        id: poolId,
        name: poolName,
        timeZone: days.timeZone,
        holidayRegion: "SE",
        holidayTypes: [],
        firstStepsClosedAt: spec.isNew ? null : new Date(),
        managers: { create: managers.map(({ userId }) => ({ userId })) },
        entitlements: { create: { leaveTypeId: "vacation", amount: 2500, firstYear: days.year(-1) } },
        leavePolicy: { create: { approvalStages: spec.isDecidedTwice ? 2 : 1 } },
      },
    }),
    db.assistant.createMany({ data: assistants.map(([{ id, userId }]) => ({ id, userId, poolId })) }),
    db.workingPattern.createMany({
      data: assistants.flatMap(([{ id }]) => week.map((hours) => ({ assistantId: id, ...hours }))),
    }),
    db.assistantSkill.createMany({
      data: assistants.flatMap(([{ id }, { skills = SKILLS }]) =>
        Object.entries(skills).map(([dutyId, proficiency]) => ({ assistantId: id, dutyId, proficiency })),
      ),
    }),
    db.executive.createMany({
      data: executives.map(([{ id, userId }, { tier = 1 }]) => ({ id, userId, poolId, tier })),
    }),
    db.supportHours.createMany({
      data: executives.flatMap(([{ id }]) => week.map((hours) => ({ executiveId: id, ...hours }))),
    }),
    db.dutyRequirement.createMany({
      data: executives.flatMap(([{ id }, { needs = 3 }]) => [
        { executiveId: id, dutyId: "calendar", minutesPerDay: 60, minProficiency: needs },
        { executiveId: id, dutyId: "travel", minutesPerDay: 30, minProficiency: 1 },
      ]),
    }),
    db.supportAssignment.createMany({
      data: executives.flatMap(([{ id: executiveId }, { primary, backups = [] }]) => [
        ...(primary
          ? [{ executiveId, assistantId: office.assistants[primary].id, role: "primary" as const, fromOn }]
          : []),
        ...backups.map((key, i) => ({
          executiveId,
          assistantId: office.assistants[key].id,
          role: "backup" as const,
          rank: i + 1,
          fromOn,
        })),
      ]),
    }),
  ]);
}

function entriesOf<K extends string, S>(
  people: Record<K, OfficePerson>,
  specs: Record<K, S> | undefined,
): [OfficePerson, S][] {
  return (Object.entries(specs ?? {}) as [K, S][]).map(([key, one]) => [people[key], one]);
}
