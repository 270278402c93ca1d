import "server-only";
import type { PublicCtx } from "@/lib/context";
import { daysOffIn, type PoolClock } from "@/lib/days-off";
import { CLOCK_OF_PERSON } from "@/lib/employment";
import { addDays } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { type PersonTimes, USUAL_TIMES } from "./rules-delivery";
import type { NoticeDelivery } from "./schema";

/** The clock of people who work in no pool and lead none. */
const USUAL_CLOCK: PoolClock = { timeZone: "Europe/Stockholm", holidayRegion: "SE", holidayTypes: [] };

/** Mail waits for no longer than the days off one after another, which are fewer. */
const LOOK_AHEAD_DAYS = 31;

/** How and when somebody wants to be told. */
export type Recipient = {
  userId: string;
  chosen: Readonly<Record<string, NoticeDelivery>>;
  times: PersonTimes;
};

type RecipientRow = {
  userId: string;
  clock: PoolClock | null;
  chosen: Record<string, NoticeDelivery> | null;
  digestMinute: number | null;
  quietFrom: number | null;
  quietTo: number | null;
  quietDays: number[] | null;
};

/** What some people have chosen of how they are told, and what holds where they have not; their zone and holidays are those of their pool. */
export async function listRecipients(
  { db, now }: Pick<PublicCtx, "db" | "now">,
  userIds: readonly string[],
): Promise<Recipient[]> {
  const rows = await db.$queryRaw<RecipientRow[]>`
    SELECT u.id AS "userId", t.digest_minute AS "digestMinute", t.quiet_from AS "quietFrom", t.quiet_to AS "quietTo",
      t.quiet_days AS "quietDays", (SELECT json_object_agg(c.kind, c.delivery) FROM notice_preferences c WHERE c.user_id = u.id) AS chosen,
      ${CLOCK_OF_PERSON} AS clock
    FROM users u LEFT JOIN notice_times t ON t.user_id = u.id WHERE u.id = ANY(${[...userIds]}::uuid[])`;
  return rows.map(({ userId, clock, chosen, ...times }) => ({
    userId,
    chosen: chosen ?? {},
    times: { ...clockTimes(clock ?? USUAL_CLOCK, now), ...timesOf(times) },
  }));
}

function clockTimes(clock: PoolClock, now: Date): Pick<PersonTimes, "zone" | "holidays"> {
  const today = dayIn(clock.timeZone, now);
  const holidays = daysOffIn(clock, today, addDays(today, LOOK_AHEAD_DAYS));
  return { zone: clock.timeZone, holidays: [...holidays.keys()] };
}

function timesOf(row: Omit<RecipientRow, "userId" | "clock" | "chosen">): typeof USUAL_TIMES {
  if (row.digestMinute === null) return USUAL_TIMES;
  const { digestMinute, quietFrom: from, quietTo: to, quietDays } = row;
  return {
    digestMinute,
    quiet: from === null || to === null ? null : { from, to },
    quietDays: quietDays ?? [],
  };
}
