import type { Db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client/client";

const AT = new Date("2026-08-03T07:00:00Z");

/** A mentorship under way for half a year, with a meeting to come. */
export function createMentorship(
  db: Db,
  {
    status = "active",
    ...pair
  }: { mentorId: string; menteeId: string } & Partial<Prisma.MentorshipUncheckedCreateInput>,
) {
  const agreed = status === "proposed" ? {} : { mentorYesAt: AT, menteeYesAt: AT };
  return db.mentorship.create({
    data: {
      ...{ cadence: "fortnightly", startsOn: new Date("2026-08-03"), endsOn: new Date("2027-01-29") },
      ...{ createdAt: AT, status, ...agreed },
      meetings: { create: { on: new Date("2026-08-18"), startMinute: 540, endMinute: 570 } },
      ...pair,
    },
    include: { meetings: true },
  });
}
