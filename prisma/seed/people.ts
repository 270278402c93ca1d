import type { CefrLevel } from "@/lib/assistants/schema";
import type { Ctx } from "@/lib/context";
import { addDays, type Day, dayToDate } from "@/lib/time/day";
import type { DemoAssistant, DemoExecutive, DemoPool } from "./demo-office";
import { demoId, drawFor, emailOf, phoneOf } from "./draw";
import { type Requirement, requirementsOf, WEEKS } from "./executives";

const BASE_SKILL = { junior: 2, assistant: 3, senior: 4, lead: 5 } as const;
const HIGHEST = 5;
const COMMON_DUTIES = ["calendar", "phones", "messages", "meetings", "travel", "expenses", "reception"];
const SPECIAL_DUTIES = ["correspondence", "research", "sales_support", "prescreening"];
const MANAGER = { name: "Eva Hallberg", email: "manager@standby.example" };
const ADMINISTRATOR = { name: "Oskar Nyman", email: "admin@standby.example" };

/** Who signs in as assistant of the demo. */
export const DEMO_ASSISTANT = "Maria Lindgren";

export const MANAGER_ID = userId(MANAGER.name);
/** Leads London beside the demo manager, and does not sign in. */
const SECOND_MANAGER = { name: "Margaret Ellis" };
export const SECOND_MANAGER_ID = userId(SECOND_MANAGER.name);
export const ADMINISTRATOR_ID = userId(ADMINISTRATOR.name);

export function userId(name: string): string {
  return demoId("user", name);
}

export function assistantId(name: string): string {
  return demoId("assistant", name);
}

export function executiveId(name: string): string {
  return demoId("executive", name);
}

export function poolId(pool: DemoPool): string {
  return demoId("pool", pool.name);
}

/** The first day a person works here; the demo's people begin on Mondays. */
export function hiredOn(assistant: DemoAssistant, monday: Day): Day {
  return addDays(monday, -7 * assistant.hiredWeeksAgo);
}

/** The last day of somebody who leaves: a Friday. */
export function leavesOn(assistant: DemoAssistant, monday: Day): Day | null {
  return assistant.leavesInWeeks === undefined ? null : addDays(monday, 7 * assistant.leavesInWeeks + 4);
}

/** Puts pools, accounts, assistants and executives into the database. */
export async function writePeople(
  ctx: Ctx,
  pools: readonly DemoPool[],
  monday: Day,
  passwordHash: string,
): Promise<void> {
  const { db, now } = ctx;
  await db.user.createMany({
    data: accountsOf(pools, passwordHash).map((user) => ({
      ...user,
      createdAt: now,
      activeSince: user.passwordHash && now,
    })),
  });
  await db.pool.createMany({
    data: pools.map((pool) => ({
      id: poolId(pool),
      name: pool.name,
      timeZone: pool.timeZone,
      holidayRegion: pool.holidayRegion,
      holidayTypes: ["public", "bank"],
      createdAt: now,
      firstStepsClosedAt: now,
    })),
  });
  await db.poolManager.createMany({
    data: pools.flatMap((pool) => [
      { poolId: poolId(pool), userId: MANAGER_ID },
      ...(pool.locale === "en" ? [{ poolId: poolId(pool), userId: SECOND_MANAGER_ID }] : []),
    ]),
  });
  await writeAssistants(ctx, pools, monday);
  await writeExecutives(ctx, pools);
}

function accountsOf(pools: readonly DemoPool[], passwordHash: string) {
  const people = pools.flatMap((pool) =>
    pool.assistants
      .flatMap((assistant) => [assistant, ...assistant.executives])
      .map((person) => ({ ...person, locale: person.email ? "en" : pool.locale })),
  );
  return [
    { ...MANAGER, locale: "en", isAdministrator: false },
    { ...SECOND_MANAGER, email: undefined, locale: "en", isAdministrator: false },
    { ...ADMINISTRATOR, locale: "en", isAdministrator: true },
    ...people.map((person) => ({ ...person, isAdministrator: false })),
  ].map(({ name, locale, isAdministrator, ...person }) => ({
    id: userId(name),
    email: person.email ?? emailOf(name),
    name,
    locale,
    isAdministrator,
    passwordHash: person.email ? passwordHash : null,
  }));
}

async function writeAssistants(ctx: Ctx, pools: readonly DemoPool[], monday: Day): Promise<void> {
  const { db, now } = ctx;
  const assistants = pools.flatMap((pool) => pool.assistants.map((assistant) => ({ pool, ...assistant })));
  await db.assistant.createMany({
    data: assistants.map((assistant) => {
      const last = leavesOn(assistant, monday);
      return {
        id: assistantId(assistant.name),
        userId: userId(assistant.name),
        poolId: poolId(assistant.pool),
        seniority: assistant.seniority,
        ftePercent: WEEKS[assistant.hours].ftePercent,
        site: assistant.site,
        phone: phoneOf(assistant.pool.timeZone, assistant.name),
        hiredOn: dayToDate(hiredOn(assistant, monday)),
        leavesOn: last && dayToDate(last),
        lastSeenWeekAt: new Date(now.getTime() - 4 * 86_400_000),
        createdAt: now,
      };
    }),
  });
  const each = <T>(rows: (assistant: DemoAssistant, pool: DemoPool) => T[]) =>
    assistants.flatMap((assistant) =>
      rows(assistant, assistant.pool).map((row) => ({ assistantId: assistantId(assistant.name), ...row })),
    );
  await db.workingPattern.createMany({ data: each((assistant) => patternOf(assistant, monday)) });
  await db.assistantSkill.createMany({ data: each(skillsOf) });
  await db.assistantLanguage.createMany({
    data: each(({ languages }) =>
      languagesOf(languages).map(({ language, level }) => ({ language, level: level ?? ("B2" as const) })),
    ),
  });
  const styles = await db.workStyle.findMany({ select: { id: true }, orderBy: { sortOrder: "asc" } });
  await db.assistantWorkStyle.createMany({
    data: each(({ name }) => {
      const draw = drawFor(`work styles ${name}`);
      return styles.map(({ id }) => ({
        workStyleId: id,
        selfRating: draw.between(2, 5),
        managerRating: draw.happens(0.8) ? draw.between(3, 5) : null,
      }));
    }),
  });
}

function skillsOf(assistant: DemoAssistant, pool: DemoPool): { dutyId: string; proficiency: number }[] {
  const draw = drawFor(`skills ${assistant.name}`);
  const skills = new Map<string, number>();
  for (const dutyId of [...COMMON_DUTIES, ...SPECIAL_DUTIES.filter(() => draw.happens(0.7))]) {
    const isCommon = COMMON_DUTIES.includes(dutyId);
    const proficiency = BASE_SKILL[assistant.seniority] + draw.pick(isCommon ? [0, 0, 0, 1] : [-1, 0, 0, 1]);
    skills.set(dutyId, Math.min(5, Math.max(1, proficiency)));
  }
  for (const [dutyId, names] of Object.entries(pool.specialists ?? {})) {
    const isSpecialist = names.includes(assistant.name);
    skills.set(dutyId, isSpecialist ? HIGHEST : Math.min(HIGHEST - 1, skills.get(dutyId) ?? 0));
  }
  for (const { dutyId, minProficiency } of requirementsMetBy(assistant, pool)) {
    skills.set(dutyId, Math.max(minProficiency, skills.get(dutyId) ?? 0));
  }
  return [...skills].map(([dutyId, proficiency]) => ({ dutyId, proficiency }));
}

/** What the person's executives ask: their own, those they share, had or will have, and those they have promised to cover. */
function requirementsMetBy(assistant: DemoAssistant, pool: DemoPool): Requirement[] {
  return pool.assistants.flatMap((other) =>
    [...requirementsOf(other)].flatMap(([executive, requirements]) => {
      const isPromised = pool.promised.some(
        (promise) => promise.executive === executive.name && promise.assistant === assistant.name,
      );
      const named = [other.name, other.after, executive.sharedWith, executive.thenWith].includes(
        assistant.name,
      );
      return named || isPromised ? requirements : [];
    }),
  );
}

function languagesOf(text: string): { language: string; level: CefrLevel | null }[] {
  return text.split(";").map((part) => {
    const [language = "", level] = part.split(":");
    return { language, level: (level as CefrLevel | undefined) ?? null };
  });
}

type Seat = {
  pool: DemoPool;
  assistant: DemoAssistant;
  executive: DemoExecutive;
  requirements: Requirement[];
};

async function writeExecutives({ db, now }: Ctx, pools: readonly DemoPool[]): Promise<void> {
  const seats = pools.flatMap((pool) =>
    pool.assistants.flatMap((assistant) =>
      [...requirementsOf(assistant)].map(([executive, requirements]) => ({
        pool,
        assistant,
        executive,
        requirements,
      })),
    ),
  );
  await db.executive.createMany({
    data: seats.map(({ pool, assistant, executive }) => ({
      id: executiveId(executive.name),
      userId: userId(executive.name),
      poolId: poolId(pool),
      title: executive.title,
      department: executive.department,
      tier: executive.tier,
      site: assistant.site,
      phone: phoneOf(pool.timeZone, executive.name),
      onsite: executive.onsite ?? false,
      createdAt: now,
    })),
  });
  const each = <T>(rows: (seat: Seat) => T[]) =>
    seats.flatMap((seat) =>
      rows(seat).map((row) => ({ executiveId: executiveId(seat.executive.name), ...row })),
    );
  await db.supportHours.createMany({ data: each(({ pool }) => WEEKS[pool.supportHours].week) });
  await db.executiveLanguage.createMany({
    data: each(({ pool, executive }) => languagesOf(executive.languages ?? pool.languages)),
  });
  await db.dutyRequirement.createMany({ data: each(({ requirements }) => requirements) });
}

/** Works every other Friday from home, in weeks of the same hours. */
const EVERY_OTHER_FRIDAY = "Malin Eriksson";

/** The hours of a person's week; Fridays from home for the demo assistant, and every other for one more. */
function patternOf({ name, hours }: DemoAssistant, monday: Day) {
  const weeks = name === EVERY_OTHER_FRIDAY ? [1, 2] : [1];
  return weeks.flatMap((weekOfCycle) =>
    WEEKS[hours].week.map((day) => {
      const isHome = name === DEMO_ASSISTANT || weekOfCycle === 2;
      return {
        ...day,
        id: demoId("hours", `${name} ${day.weekday}${weekOfCycle > 1 ? ` ${weekOfCycle}` : ""}`),
        ...(isHome && day.weekday === FRIDAY && { place: "remote" as const }),
        ...(weeks.length > 1 && { cycleWeeks: 2, weekOfCycle, anchorMonday: dayToDate(monday) }),
      };
    }),
  );
}

const FRIDAY = 5;
