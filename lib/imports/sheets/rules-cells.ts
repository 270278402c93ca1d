import { z } from "zod";
import { ok, reject } from "@/lib/result";
import { PhoneText } from "@/lib/text";
import { type Day, isDay } from "@/lib/time/day";
import type { DayPart } from "@/lib/time/half-day";
import { closestTo } from "./rules-closest";
import type { CellRule, Read } from "./rules-sheet";

const Email = z.email();
const CONTROL_CHARACTER = /\p{Cc}/u;

/** One line of text of at most so many characters; empty is allowed. */
export function textOf(maximum: number): CellRule<string> {
  return (text) => {
    if (text.length > maximum) return reject("too_long", { details: { maximum, found: text.length } });
    return CONTROL_CHARACTER.test(text) ? reject("control_character") : ok(text);
  };
}

/** A cell that must not be empty, read by another rule. */
export function needed<T>(rule: CellRule<T>): CellRule<T> {
  return (text) => (text === "" ? reject("required") : rule(text));
}

/** An e-mail address, in lower case. */
export function emailOf(text: string): Read<string> {
  const email = text.toLowerCase();
  return email.length <= 254 && Email.safeParse(email).success ? ok(email) : reject("not_an_email");
}

/** A phone number as people write it, or nothing. */
export function phoneOf(text: string): Read<string> {
  const phone = PhoneText.safeParse(text);
  return phone.success ? ok(phone.data) : reject("not_a_phone");
}

const MIDNIGHT = /[T ]0?0:00(?::00(?:\.0+)?)?$/;
const DAY_AND_MONTH = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** A day as YYYY-MM-DD or D/M/YYYY; a workbook's midnight after it is allowed. */
export function dateOf(text: string): Read<Day> {
  const written = text.replace(MIDNIGHT, "");
  const [, date = "", month = "", year = ""] = DAY_AND_MONTH.exec(written) ?? [];
  const on = year ? `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}` : written;
  return isDay(on) ? ok(on) : reject("not_a_date");
}

/** True for a date whose day and month only a reader's language tells apart. */
export function isDayAndMonth(text: string): boolean {
  return DAY_AND_MONTH.test(text.replace(MIDNIGHT, ""));
}

/** A day as YYYY-MM-DD, or nothing. */
export function optionalDateOf(text: string): Read<Day | null> {
  return text === "" ? ok(null) : dateOf(text);
}

/** One of some words in any case, or a synonym of one; refused with the choices and the nearest of them. */
export function choiceOf<T extends string>(
  choices: readonly T[],
  synonyms: Readonly<Record<string, T>> = {},
): CellRule<T> {
  return (text) => {
    const word = text.toLowerCase();
    const found =
      choices.find((choice) => choice === word) ??
      (Object.hasOwn(synonyms, word) ? synonyms[word] : undefined);
    if (found !== undefined) return ok(found);
    return reject("not_a_choice", {
      details: { choices: choices.join(", "), closest: closestTo(word, choices) ?? "none" },
    });
  };
}

/** A clock time in minutes after midnight: 08:00, 8:00, 8.00, 8:00 AM; a workbook's seconds of zero are allowed. */
export function timeOf(text: string): Read<number> {
  const [, hours, minutes, half] =
    /^(\d{1,2})[:.]([0-5]\d)(?:[:.]00)?(?:\s*([ap])\.?m\.?)?$/i.exec(text) ?? [];
  const hour = half ? hourOfHalf(Number(hours), half) : Number(hours);
  const minute = hour * 60 + Number(minutes);
  return hours !== undefined && minute <= 1440 ? ok(minute) : reject("not_a_time");
}

/** 12 AM is midnight and 12 PM noon; there is no 13 of either. */
function hourOfHalf(hour: number, half: string): number {
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
}

/** Full-time equivalent in hundredths from 1, 0.8, 0,8 or 80%; empty is full time. */
export function fteOf(text: string): Read<number> {
  if (text === "") return ok(100);
  const [, figure, sign] = /^(\d{1,3}(?:[.,]\d{1,17})?)\s*(%?)$/.exec(text) ?? [];
  const number = Number(figure?.replace(",", "."));
  const percent = Math.round(sign === "%" ? number : number * 100);
  return percent >= 1 && percent <= 100 ? ok(percent) : reject("not_an_fte");
}

/** Importance from 1 to 5; empty is 1. */
export function tierOf(text: string): Read<number> {
  if (text === "") return ok(1);
  const [, tier] = /^([1-5])(?:[.,]0+)?$/.exec(text) ?? [];
  return tier !== undefined ? ok(Number(tier)) : reject("not_a_tier");
}

const YES = new Set(["true", "yes", "1", "ja", "y", "j"]);
const NO = new Set(["false", "no", "0", "nej", "n", ""]);

/** true, yes, 1 or ja; false, no, 0, nej or nothing. */
export function yesOrNoOf(text: string): Read<boolean> {
  const word = text.toLowerCase();
  if (YES.has(word)) return ok(true);
  return NO.has(word) ? ok(false) : reject("not_a_yes_or_no");
}

const PARTS: Readonly<Record<string, DayPart>> = { am: "am", fm: "am", pm: "pm", em: "pm" };

/** The half of a day a word stands for (am, pm, in Swedish fm, em), or null. */
export function parseDayPart(word: string): DayPart | null {
  return Object.hasOwn(PARTS, word) ? (PARTS[word] ?? null) : null;
}

/** am or pm; empty takes the half that makes the day whole. */
export function partOr(whole: DayPart): CellRule<DayPart> {
  return (text) => {
    const part = text === "" ? whole : parseDayPart(text.toLowerCase());
    return part ? ok(part) : reject("not_a_choice", { details: { choices: "am, pm", closest: "none" } });
  };
}
