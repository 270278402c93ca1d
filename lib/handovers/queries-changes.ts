import "server-only";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { canReadConfidential } from "@/lib/executives/rules-profile";
import { addDays, dayOfColumn } from "@/lib/time/day";
import type { HandoverParty } from "./policy";
import { startOfDay } from "./rules";
import type { ChangesView } from "./schema";

const MOST = 50;
const DONE = ["resolved", "closed", "cancelled"] as const;

/** What became different at an executive while somebody covered: requests done and new, and sections of the profile, never their words. */
export async function getChanges(
  ctx: Ctx<Person>,
  part: HandoverParty,
  { fromOn, toOn }: { fromOn: Date; toOn: Date },
): Promise<ChangesView> {
  const since = startOfDay(part.timeZone, dayOfColumn(fromOn));
  const until = startOfDay(part.timeZone, addDays(dayOfColumn(toOn), 1));
  const during = { gte: since, lt: until };
  const { executiveId } = part;
  const request = { id: true, summary: true, status: true } as const;
  const [requestsClosed, requestsNew, sections] = await Promise.all([
    ctx.db.supportRequest.findMany({
      where: { executiveId, confidential: false, status: { in: [...DONE] }, updatedAt: during },
      select: request,
      orderBy: [{ updatedAt: "asc" }, { id: "asc" }],
      take: MOST,
    }),
    ctx.db.supportRequest.findMany({
      where: { executiveId, confidential: false, status: { notIn: [...DONE] }, createdAt: during },
      select: request,
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: MOST,
    }),
    ctx.db.executiveProfileSection.findMany({
      where: {
        executiveId,
        updatedAt: during,
        ...(canReadConfidential(part) ? {} : { confidential: false }),
      },
      select: { id: true, category: true, updatedAt: true },
      orderBy: [{ updatedAt: "asc" }, { id: "asc" }],
      take: MOST,
    }),
  ]);
  return {
    requestsClosed,
    requestsNew,
    profileSections: sections.map(({ updatedAt, ...row }) => ({ ...row, at: updatedAt.toISOString() })),
  };
}
