import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { gapsIn } from "@/lib/coverage/demand/rules";
import { gridOf } from "@/lib/coverage/demand/rules-grid";
import { loadOffice } from "@/lib/coverage/office/queries";
import { countLiveApplications, readApplication } from "@/lib/hiring/applications/queries";
import { listJobOffers } from "@/lib/hiring/offers/queries";
import type { JobOfferView } from "@/lib/hiring/offers/schema";
import { readRequisition } from "@/lib/hiring/requisitions/queries";
import { StoredProfile } from "@/lib/hiring/requisitions/schema";
import { listVisibleMarks } from "@/lib/hiring/scorecards/queries";
import { addDays, type Day, dayToDate } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { rampFrom, skillsFrom } from "./rules";
import type { HiredView } from "./schema";

const BOARD_DAYS = 28;
const MOST_MENTORS = 300;

/** How many half-days of some executives are without cover in the four weeks from a day on. */
export async function countOpenFrom(
  { db }: Ctx<Manager>,
  poolId: string,
  executiveIds: readonly string[],
  from: Day,
): Promise<number> {
  const grid = gridOf(await loadOffice(db, { poolIds: [poolId] }, from, addDays(from, BOARD_DAYS - 1)));
  return executiveIds.reduce((sum, id) => {
    const open = (grid.rows.get(id) ?? []).filter((state) => gapsIn(state).length > 0);
    return sum + open.length;
  }, 0);
}

/** What a hire would make, for its page: all of it can be changed there. */
export type HirePlan = {
  offer: JobOfferView;
  poolId: string;
  name: string;
  skills: ReturnType<typeof skillsFrom>;
  languages: { language: string; level: string | null }[];
  ramp: ReturnType<typeof rampFrom>;
  supports: { executiveId: string; name: string; now: string | null }[];
  mentors: { id: string; name: string }[];
  sessions: { id: string; name: string; on: Day }[];
  others: number;
  placesLeft: number;
};

/** What there is to say before a hire; null where there is no accepted offer. */
export async function readHirePlan(ctx: Ctx<Manager>, applicationId: string): Promise<HirePlan | null> {
  const application = await readApplication(ctx, applicationId);
  const offers = await listJobOffers(ctx, applicationId);
  const offer = offers.find(({ status }) => status === "accepted");
  if (!offer || application.status !== "offered") return null;
  const requisition = await readRequisition(ctx, application.requisitionId);
  const { poolId } = requisition;
  const profile = StoredProfile.parse(requisition.profile);
  const marks = await listVisibleMarks(ctx, applicationId);
  const skills = skillsFrom(profile, marks);
  const startsOn = dayToDate(offer.startsOn as Day);
  const [supports, mentors, dates, live, hired] = await Promise.all([
    ctx.db.executive.findMany({
      where: { requisitions: { some: { requisitionId: requisition.id } } },
      select: {
        id: true,
        user: { select: { name: true } },
        supportAssignments: {
          where: {
            role: "primary",
            fromOn: { lte: startsOn },
            OR: [{ toOn: null }, { toOn: { gte: startsOn } }],
          },
          select: { assistant: { select: { user: { select: { name: true } } } } },
          take: 1,
        },
      },
      orderBy: { id: "asc" },
    }),
    ctx.db.assistant.findMany({
      where: { poolId, OR: [{ leavesOn: null }, { leavesOn: { gt: startsOn } }] },
      select: { id: true, user: { select: { name: true } } },
      orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
      take: MOST_MENTORS,
    }),
    ctx.db.trainingSessionDate.findMany({
      where: { on: { gte: startsOn }, session: { poolId, status: "open" } },
      select: { on: true, session: { select: { id: true, course: { select: { name: true } } } } },
      orderBy: { on: "asc" },
      take: MOST_MENTORS,
    }),
    countLiveApplications(ctx, [requisition.id]),
    ctx.db.application.count({ where: { requisitionId: requisition.id, status: "hired" } }),
  ]);
  const sessions = new Map<string, HirePlan["sessions"][number]>();
  for (const { on, session } of dates)
    if (!sessions.has(session.id))
      sessions.set(session.id, { id: session.id, name: session.course.name, on: dayIn("UTC", on) });
  return {
    ...{ offer, poolId, skills, ramp: rampFrom(profile, skills), languages: profile.languages },
    name: application.candidate.name ?? "",
    supports: supports.map(({ id, user, supportAssignments: [now] }) => ({
      ...{ executiveId: id, name: user.name, now: now?.assistant.user.name ?? null },
    })),
    mentors: mentors.map(({ id, user }) => ({ id, name: user.name })),
    sessions: [...sessions.values()],
    others: Math.max(0, (live.get(requisition.id) ?? 0) - 1),
    placesLeft: requisition.places - hired,
  };
}

/** The hire of an application, or null; of another pool the application is not found. */
export async function getHire(ctx: Ctx<Manager>, applicationId: string): Promise<HiredView | null> {
  const { requisitionId } = await readApplication(ctx, applicationId);
  const row = await ctx.db.jobHire.findUnique({
    where: { applicationId },
    select: { assistantId: true, undoneAt: true },
  });
  if (!row) return null;
  const live = await countLiveApplications(ctx, [requisitionId]);
  return {
    ...{ applicationId, assistantId: row.assistantId, isUndone: row.undoneAt !== null },
    othersWaiting: live.get(requisitionId) ?? 0,
  };
}
