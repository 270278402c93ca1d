import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import type { ImportReport, OfficeFiles } from "@/lib/imports/schema";
import { importOffice } from "@/lib/imports/service";
import { asManagerOf } from "../contexts";
import { testDb } from "../database";

export const ASSISTANTS = `name,email,pool,site,seniority,fte,working_days,starts,ends,skills,languages
Anna Ek,anna@x.se,Stockholm,HQ,senior,0.8,"Mon,Tue,Wed:am",8:00,17:00,calendar:4;board-papers:3,sv:C2
Bo Dal,bo@x.se,Stockholm,HQ,,1,Mon-Fri,8:00,17:00,calendar:3,en:C1
`;
export const EXECUTIVES = `name,email,pool,title,department,tier,site,onsite,duties,languages
Erik Al,erik@x.se,Stockholm,CEO,,3,HQ,yes,calendar:60:3;travel:20:2:defer,sv
`;
export const SUPPORT = `executive_email,assistant_email,role,from,to
erik@x.se,anna@x.se,primary,2026-01-01,
erik@x.se,bo@x.se,backup,2026-01-01,
`;
export const ABSENCES = `assistant_email,type,from,from_part,to,to_part,status
anna@x.se,vacation,2026-08-10,,2026-08-12,am,approved
bo@x.se,training,2026-08-24,pm,2026-08-24,,requested
`;
export const FILES = { assistants: ASSISTANTS, executives: EXECUTIVES, support: SUPPORT, absences: ABSENCES };

/** Two pools, of which the manager who imports leads Stockholm, and nobody in them. */
export async function createEmptyPools(): Promise<Ctx<Manager>> {
  const { id } = await createManager("manager@x.se", "Stockholm");
  await createManager("other@x.se", "Paris");
  await testDb().duty.createMany({
    data: ["calendar", "travel"].map((key) => ({ id: key, nameEn: key, nameSv: key })),
  });
  await testDb().leaveType.createMany({
    data: ["vacation", "sick", "parental", "childcare", "training", "other"].map((key) => ({
      id: key,
      nameEn: key,
      nameSv: key,
      isReported: key === "sick" || key === "childcare",
    })),
  });
  return asManagerOf(id);
}

async function createManager(email: string, pool: string) {
  const { id } = await testDb().user.create({ data: { email, name: `Manager of ${pool}` } });
  await testDb().pool.create({
    data: {
      name: pool,
      timeZone: "Europe/Stockholm",
      holidayRegion: "SE",
      managers: { create: { userId: id } },
    },
  });
  return { id };
}

export const POOL_DEFAULTS = { timeZone: "Europe/London", holidayRegion: "GB-ENG" };

/** What an import of some files answers. */
export async function importFiles(
  ctx: Ctx<Manager>,
  files: OfficeFiles,
  dryRun = false,
): Promise<ImportReport> {
  const answer = await importOffice(ctx, { files, dryRun, poolDefaults: POOL_DEFAULTS });
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}

/** How many rows of each kind there are. */
export async function countRows() {
  const db = testDb();
  const counts = await Promise.all([
    db.user.count(),
    db.pool.count(),
    db.duty.count(),
    db.assistant.count(),
    db.executive.count(),
    db.supportAssignment.count(),
    db.absence.count(),
    db.auditEvent.count(),
  ]);
  return counts.join(" ");
}
