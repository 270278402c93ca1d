import "server-only";
import { createHash } from "node:crypto";
import { createTranslator } from "use-intl/core";
import { inTransaction, type PublicCtx } from "@/lib/context";
import { isStillThere } from "@/lib/employment";
import { NotFoundError } from "@/lib/errors";
import { type Locale, localeOf, localeTag } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { counterOf, type Limit, spendPoint } from "@/lib/rate-limits";
import { ok, type Result, refuse } from "@/lib/result";
import { hashOfSecret } from "@/lib/secrets";
import { addDays, weekdayOf } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { inTurns } from "@/lib/turns";
import type { Prisma } from "@/prisma/generated/client/client";
import { currentEvents, type FeedScope } from "./queries-events";
import { feedInSteps } from "./queries-ics";
import { type Published, publish } from "./rules-publish";

/** A calendar as it is sent, and the tag that is the same as long as it says the same. */
export type FeedAnswer = { ics: string; etag: string };

const DAYS_BACK = 90;
const DAYS_AHEAD = 365;
const READS: Limit = { name: "feed", points: 60, seconds: 3_600 };
const TOUCH_EVERY_MS = 60_000;

const FEED = {
  id: true,
  kind: true,
  subjectId: true,
  lastReadAt: true,
  user: {
    select: {
      name: true,
      locale: true,
      disabledAt: true,
      managedPools: { select: { pool: { select: { id: true, name: true, timeZone: true } } } },
      assistant: {
        select: { id: true, leavesOn: true, pool: { select: { id: true, name: true, timeZone: true } } },
      },
      executive: {
        select: { id: true, leavesOn: true, pool: { select: { id: true, name: true, timeZone: true } } },
      },
    },
  },
} satisfies Prisma.CalendarFeedSelect;

type FeedRow = Prisma.CalendarFeedGetPayload<{ select: typeof FEED }>;

/**
 * The calendar behind a secret address. It is not found when the address was replaced, the account is shut, or the
 * role it is about has ended; refuses more than 60 reads an hour.
 */
export async function readFeed(ctx: PublicCtx, token: string): Promise<Result<FeedAnswer, "too_many_reads">> {
  const feed = await ctx.db.calendarFeed.findUnique({
    where: { tokenHash: hashOfSecret(token) },
    select: FEED,
  });
  const pool = feed && poolOf(feed, ctx.now);
  if (!feed || !pool) throw new NotFoundError("calendar");
  if (!(await mayRead(ctx, feed.id))) return refuse("too_many_reads");
  const today = dayIn(pool.timeZone, ctx.now);
  const back = addDays(today, -DAYS_BACK);
  const ahead = addDays(today, DAYS_AHEAD);
  const scope: FeedScope = {
    kind: feed.kind,
    subjectId: feed.subjectId,
    zone: pool.timeZone,
    from: addDays(back, 1 - weekdayOf(back)),
    to: addDays(ahead, 7 - weekdayOf(ahead)),
  };
  const events = await inTransaction(ctx, (tx) => publishEvents(tx, feed, scope));
  const locale = localeOf(feed.user.locale);
  const ics = await inTurns(feedInSteps({ name: nameOf(feed, pool.name, locale), locale, events }));
  return ok({ ics, etag: `"${createHash("sha256").update(ics).digest("base64url")}"` });
}

/** The pool whose clock a feed goes by; null when the feed is no longer its owner's to read. */
function poolOf({ kind, subjectId, user }: FeedRow, now: Date) {
  if (user.disabledAt) return null;
  const assistant = user.assistant && isStillThere(user.assistant, now) ? user.assistant : null;
  const executive = user.executive && isStillThere(user.executive, now) ? user.executive : null;
  if (kind === "assistant") return assistant?.id === subjectId ? assistant.pool : null;
  if (kind === "executive") return executive?.id === subjectId ? executive.pool : null;
  const pools = [...user.managedPools.map((managed) => managed.pool), ...(assistant ? [assistant.pool] : [])];
  return pools.find((pool) => pool.id === subjectId) ?? null;
}

function mayRead({ db }: PublicCtx, feedId: string): Promise<boolean> {
  return spendPoint(counterOf(db, READS), feedId);
}

function nameOf({ kind }: FeedRow, pool: string, locale: Locale): string {
  const t = createTranslator({
    locale: localeTag(locale),
    messages: messages[locale],
    namespace: "calendars.kind",
  });
  return `Standby · ${t(kind, { name: pool })}`;
}

async function publishEvents(tx: PublicCtx, feed: FeedRow, scope: FeedScope): Promise<Published[]> {
  await tx.db.$queryRaw`SELECT id FROM calendar_feeds WHERE id = ${feed.id}::uuid FOR NO KEY UPDATE`;
  const known = await tx.db.$queryRaw<Published[]>`
    SELECT uid, content, sequence, changed_at AS "changedAt", cancelled_at AS "cancelledAt"
    FROM calendar_events WHERE feed_id = ${feed.id}::uuid`;
  const current = await currentEvents(tx, scope);
  const { events, changed, forgotten } = publish(known, current, tx.now, scope.from);
  await keep(tx, feed.id, changed);
  if (forgotten.length > 0)
    await tx.db.calendarEvent.deleteMany({ where: { feedId: feed.id, uid: { in: forgotten } } });
  if (!feed.lastReadAt || tx.now.getTime() - feed.lastReadAt.getTime() > TOUCH_EVERY_MS)
    await tx.db.calendarFeed.update({
      where: { id: feed.id },
      data: { lastReadAt: tx.now },
      select: { id: true },
    });
  return events.sort((a, b) => (a.uid < b.uid ? -1 : 1));
}

async function keep(tx: PublicCtx, feedId: string, changed: readonly Published[]): Promise<void> {
  if (changed.length === 0) return;
  await tx.db.$executeRaw`
    INSERT INTO calendar_events (feed_id, uid, content, sequence, changed_at, cancelled_at)
    SELECT ${feedId}::uuid, uid, content, sequence, ${tx.now}::timestamptz,
      CASE WHEN is_cancelled THEN ${tx.now}::timestamptz END
    FROM unnest(
      ${changed.map((event) => event.uid)}::text[], ${changed.map((event) => event.content)}::text[],
      ${changed.map((event) => event.sequence)}::int[], ${changed.map((event) => event.cancelledAt !== null)}::bool[]
    ) AS news (uid, content, sequence, is_cancelled)
    ON CONFLICT (feed_id, uid) DO UPDATE SET content = EXCLUDED.content, sequence = EXCLUDED.sequence,
      changed_at = EXCLUDED.changed_at, cancelled_at = EXCLUDED.cancelled_at`;
}
