import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { type BoardPage, getBoardPage } from "@/lib/coverage/board/queries-page";
import { importOffice } from "@/lib/imports/service";
import { day } from "@/lib/time/day";
import { isoWeekOf } from "@/lib/time/iso-week";
import { asManagerOf } from "../contexts";
import { testDb } from "../database";
import { createAbsence } from "../factories/absences";
import { fromSnapshot } from "../snapshot";

const FILES = {
  assistants: `name,email,pool,site,seniority,fte,working_days,starts,ends,skills,languages
Ana Alm,ana@x.example,North,HQ,senior,1,Mon-Fri,08:00,17:00,calendar:4;travel:4,sv:C2;en:C1
Ben Berg,ben@x.example,North,HQ,assistant,1,Mon-Fri,08:00,17:00,calendar:4;travel:4,sv:C2;en:C1
Cia Cedar,cia@x.example,North,HQ,assistant,0.8,Mon-Thu,08:00,17:00,calendar:4;travel:3,sv:C2
Dan Dahl,dan@x.example,North,HQ,junior,1,Mon-Fri,08:00,17:00,calendar:1,en:C1`,
  executives: `name,email,pool,title,department,tier,site,onsite,duties,languages
Xenia Ek,xenia@x.example,North,CEO,Board,3,HQ,no,calendar:120:3;travel:60:3,
Yngve Falk,yngve@x.example,North,CFO,Finance,2,HQ,no,calendar:240:3,
Zoe Gran,zoe@x.example,North,COO,Operations,1,HQ,no,calendar:240:2,
Bo Holm,bo@x.example,North,CTO,Technology,1,HQ,no,calendar:180:2,`,
  support: `executive_email,assistant_email,role,from,to
xenia@x.example,ana@x.example,primary,2026-01-01,
yngve@x.example,ana@x.example,primary,2026-01-01,
zoe@x.example,cia@x.example,primary,2026-01-01,
bo@x.example,ben@x.example,primary,2026-01-01,`,
};

const POOL = { timeZone: "Europe/Stockholm", holidayRegion: "SE" };

/** The week the office is looked at: week 34 of 2026. */
export const WEEK = { from: "2026-08-17", to: "2026-08-21" } as const;

export type CoverageOffice = {
  manager: Ctx<Manager>;
  poolId: string;
  /** Ids of assistants and executives by first name. */
  ids: Record<"ana" | "ben" | "cia" | "dan" | "xenia" | "yngve" | "zoe" | "bo", string>;
  userIds: Record<string, string>;
};

/**
 * Four assistants, four executives. Ana, who supports Xenia and Yngve, is away all week; Cia does not work on Fridays;
 * Dan lacks the skills. So Xenia and Yngve have ten gaps each, and Zoe two.
 */
export function createCoverageOffice(): Promise<CoverageOffice> {
  return fromSnapshot("coverage", importCoverageOffice);
}

async function importCoverageOffice(): Promise<CoverageOffice> {
  const db = testDb();
  await db.leaveType.createMany({
    data: [
      { id: "vacation", nameEn: "Annual leave", nameSv: "Semester" },
      { id: "sick", nameEn: "Sick", nameSv: "Sjuk", isReported: true, interruptsLeave: true },
    ],
  });
  const user = await db.user.create({ data: { email: "lead@x.example", name: "Lena Lead" } });
  await db.pool.create({ data: { name: "North", ...POOL, managers: { create: { userId: user.id } } } });
  const answer = await importOffice(await asManagerOf(user.id), {
    files: FILES,
    dryRun: false,
    poolDefaults: POOL,
  });
  if (!answer.ok || !answer.value.applied) throw new Error(JSON.stringify(answer));
  const [pool, assistants, executives] = await Promise.all([
    db.pool.findFirstOrThrow(),
    db.assistant.findMany({ select: { id: true, user: true } }),
    db.executive.findMany({ select: { id: true, user: true } }),
  ]);
  const people = [...assistants, ...executives];
  const firstName = (email: string) => email.split("@")[0] ?? "";
  const ids = Object.fromEntries(people.map((p) => [firstName(p.user.email), p.id])) as CoverageOffice["ids"];
  await createAbsence(db, {
    assistantId: ids.ana,
    startOn: new Date("2026-08-17"),
    endOn: new Date("2026-08-21"),
  });
  return {
    manager: await asManagerOf(user.id),
    poolId: pool.id,
    ids,
    userIds: Object.fromEntries(people.map((p) => [firstName(p.user.email), p.user.id])),
  };
}

/** The board's page of that week, as a manager opens it. */
export function readBoardPage({ manager, poolId }: CoverageOffice): Promise<BoardPage> {
  const from = day(WEEK.from);
  return getBoardPage(manager, { poolId, from, to: day("2026-08-23"), ahead: isoWeekOf(from) });
}

/** A manager of another pool. */
export async function createOtherManager(): Promise<Ctx<Manager>> {
  const stranger = await testDb().user.create({ data: { email: "other@x.example", name: "Other" } });
  await testDb().pool.create({
    data: {
      name: "South",
      timeZone: "UTC",
      holidayRegion: "SE",
      managers: { create: { userId: stranger.id } },
    },
  });
  return asManagerOf(stranger.id);
}
