import { addDays, type Day, weekdayOf } from "@/lib/time/day";
import { dayIn, instantIn, minuteIn } from "@/lib/time/zone";
import { type DeliveryRule, NOTICE_DELIVERIES, type NoticeDelivery, type NoticeUrgency } from "./schema";

/** When a person wants mail, in minutes after midnight of their own zone. */
export type PersonTimes = {
  zone: string;
  digestMinute: number;
  /** The hours without mail; a night begins before midnight and ends after it. */
  quiet: { from: number; to: number } | null;
  /** ISO weekdays without mail. */
  quietDays: readonly number[];
  /** The coming holidays of the person's pool: days without mail too, unless the person wants mail on every weekday. */
  holidays: readonly Day[];
};

/** What holds for everybody who has chosen nothing: the daily mail at four, none at weekends. */
export const USUAL_TIMES: Omit<PersonTimes, "zone" | "holidays"> = {
  digestMinute: 16 * 60,
  quiet: null,
  quietDays: [6, 7],
};

/** Five minutes in which somebody who is at work reads it in the app, and needs no mail. */
const READING_MS = 5 * 60_000;
/** When mail of a day without any goes out on the next one. */
const MORNING = 7 * 60;

/** How people are told of a kind who have chosen nothing. */
export function usualDelivery({ urgency, channels }: DeliveryRule): NoticeDelivery {
  if (!channels.includes("mail")) return "app";
  return urgency === "slow" && channels.includes("digest") ? "digest" : "mail";
}

/** How a person is told: as they chose, where that may be chosen. */
export function deliveryFor(rule: DeliveryRule, chosen: NoticeDelivery | undefined): NoticeDelivery {
  return chosen && deliveriesOf(rule).includes(chosen) ? chosen : usualDelivery(rule);
}

/** What a person may choose for a kind. */
export function deliveriesOf({ channels, mayBeOff }: DeliveryRule): NoticeDelivery[] {
  return NOTICE_DELIVERIES.filter((delivery) =>
    delivery === "off" ? mayBeOff : channels.includes(delivery),
  );
}

/** What the kinds of notices allow, by kind: handed in, because notices are declared by the domains that come after. */
export type DeliveryRules = Readonly<Record<string, DeliveryRule>>;

/** What is to be kept of a choice: the kinds where it differs from what is usual; null where a kind or a way is not offered. */
export function deliveriesToKeep(
  chosen: Readonly<Record<string, NoticeDelivery>>,
  rules: DeliveryRules,
): { kind: string; delivery: NoticeDelivery }[] | null {
  const kept: { kind: string; delivery: NoticeDelivery }[] = [];
  for (const [kind, delivery] of Object.entries(chosen)) {
    const rule = Object.hasOwn(rules, kind) ? rules[kind] : undefined;
    if (!rule || !deliveriesOf(rule).includes(delivery)) return null;
    if (delivery !== usualDelivery(rule)) kept.push({ kind, delivery });
  }
  return kept;
}

/**
 * When a notice goes into a mail unless it is read before; null when it goes into none. What is urgent goes at once, also in
 * quiet hours; the rest after five minutes, the daily mail at its hour, and neither while the person wants no mail.
 */
export function mailDueAt(
  delivery: NoticeDelivery,
  urgency: NoticeUrgency,
  times: PersonTimes,
  now: Date,
): Date | null {
  if (delivery === "app" || delivery === "off") return null;
  if (delivery === "digest") return afterQuiet(nextDigest(times, now), times);
  return urgency === "now" ? now : afterQuiet(new Date(now.getTime() + READING_MS), times);
}

function isQuietDay(on: Day, { quietDays, holidays }: PersonTimes): boolean {
  return quietDays.includes(weekdayOf(on)) || (quietDays.length > 0 && holidays.includes(on));
}

function nextDigest(times: PersonTimes, now: Date): Date {
  const { zone, digestMinute } = times;
  let on = dayIn(zone, now);
  while (isQuietDay(on, times) || instantIn(zone, on, digestMinute) <= now) on = addDays(on, 1);
  return instantIn(zone, on, digestMinute);
}

/** The instant itself, or the end of the quiet time it falls into. */
function afterQuiet(at: Date, times: PersonTimes): Date {
  const { zone, quiet } = times;
  const on = dayIn(zone, at);
  if (isQuietDay(on, times)) return afterQuiet(morningAfter(on, times), times);
  const minute = minuteIn(zone, at);
  if (!quiet || !isWithin(minute, quiet)) return at;
  return afterQuiet(instantIn(zone, minute < quiet.to ? on : addDays(on, 1), quiet.to), times);
}

function morningAfter(on: Day, { zone, quiet }: PersonTimes): Date {
  return instantIn(zone, addDays(on, 1), quiet && quiet.from > quiet.to ? quiet.to : MORNING);
}

function isWithin(minute: number, { from, to }: { from: number; to: number }): boolean {
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}
