import "server-only";
import type { Db } from "@/lib/db";
import { ZONE_OF_PERSON } from "@/lib/employment";
import { type PersonTimes, USUAL_TIMES } from "./rules-delivery";
import type { NoticeDelivery } from "./schema";

/** The zone of people who work in no pool and lead none. */
const USUAL_ZONE = "Europe/Stockholm";

/** How and when somebody wants to be told. */
export type Recipient = {
  userId: string;
  chosen: Readonly<Record<string, NoticeDelivery>>;
  times: PersonTimes;
};

type RecipientRow = {
  userId: string;
  zone: string | null;
  chosen: Record<string, NoticeDelivery> | null;
  digestMinute: number | null;
  quietFrom: number | null;
  quietTo: number | null;
  quietDays: number[] | null;
};

/** What some people have chosen of how they are told, and what holds where they have not; their zone is their pool's. */
export async function listRecipients(db: Db, userIds: readonly string[]): Promise<Recipient[]> {
  const rows = await db.$queryRaw<RecipientRow[]>`
    SELECT u.id AS "userId", t.digest_minute AS "digestMinute", t.quiet_from AS "quietFrom", t.quiet_to AS "quietTo",
      t.quiet_days AS "quietDays", (SELECT json_object_agg(c.kind, c.delivery) FROM notice_preferences c WHERE c.user_id = u.id) AS chosen,
      ${ZONE_OF_PERSON} AS zone
    FROM users u LEFT JOIN notice_times t ON t.user_id = u.id WHERE u.id = ANY(${[...userIds]}::uuid[])`;
  return rows.map(({ userId, zone, chosen, ...times }) => ({
    userId,
    chosen: chosen ?? {},
    times: { zone: zone ?? USUAL_ZONE, ...timesOf(times) },
  }));
}

function timesOf(row: Omit<RecipientRow, "userId" | "zone" | "chosen">): Omit<PersonTimes, "zone"> {
  if (row.digestMinute === null) return USUAL_TIMES;
  const { digestMinute, quietFrom: from, quietTo: to, quietDays } = row;
  return {
    digestMinute,
    quiet: from === null || to === null ? null : { from, to },
    quietDays: quietDays ?? [],
  };
}
