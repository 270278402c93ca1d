import { z } from "zod";
import { type Day, isDay } from "./time/day";

/*
 * What notices and audit rows are made of. Private words have no type here, so neither can hold a note, a reason or a comment.
 */

/** The id of a record. */
export const IdFact = z.uuid();

/** A short key such as a duty's or a leave type's: "calendar". */
export const KeyFact = z.string().regex(/^[\w-]{1,80}$/);

/** A calendar day. */
export const DayFact = z.custom<Day>((value) => typeof value === "string" && isDay(value));

/** A moment in time, ISO 8601. */
export const MomentFact = z.iso.datetime();

/** A stretch of half-days, first and last included. */
export const RANGE_FACTS = {
  from: DayFact,
  fromPart: z.enum(["am", "pm"]),
  to: DayFact,
  toPart: z.enum(["am", "pm"]),
};

/** Some hours of one day, as minutes after midnight. */
export const HoursFact = z.object({ startMinute: z.number().int(), endMinute: z.number().int() });

/** The kinds of text that everybody may read who may read the record it is written into. */
export const PUBLIC_TEXTS = [
  "name of a person",
  "name of a pool",
  "name of a course",
  "name of a duty",
  "name of a leave type",
  "place of work",
  "position",
  "time zone or region",
  "summary of a request",
  "answer to the managers",
  "label of a token",
  "label of a webhook",
] as const;

/** Text that is declared public, and what it is. */
export function publicText(what: (typeof PUBLIC_TEXTS)[number]) {
  return z.string().meta({ public: what });
}
