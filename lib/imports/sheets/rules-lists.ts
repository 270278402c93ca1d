import { CEFR_LEVELS, type CefrLevel } from "@/lib/assistants/schema";
import { COVER_LEVELS, type CoverLevel } from "@/lib/executives/schema";
import { DutyId } from "@/lib/pools/schema";
import { ok, reject } from "@/lib/result";
import type { Read } from "./rules-sheet";
import { itemsOf } from "./rules-working-days";

export type SkillCell = { duty: string; proficiency: number };
export type DutyCell = {
  duty: string;
  minutesPerDay: number;
  minProficiency: number;
  coverLevel: CoverLevel;
};
export type SpokenCell = { language: string; level: CefrLevel };
export type NeededLanguageCell = { language: string; level: CefrLevel | null };

const LANGUAGE = /^[a-z]{2,3}$/;

/** "calendar:4;travel:3": duties with a proficiency from 1 to 5. */
export function skillsOf(text: string): Read<SkillCell[]> {
  return eachOf(text, (item) => {
    const [key = "", level, ...rest] = fieldsOf(item);
    const proficiency = proficiencyOf(level);
    if (proficiency === null || rest.length > 0) return reject("not_a_skill", { details: { item } });
    return withDuty(key, item, (duty) => ({ duty, proficiency }));
  });
}

/** "calendar:60:3;travel:20:2:defer": duty, minutes a day, least proficiency and, unless it is full, the cover level. */
export function dutiesOf(text: string): Read<DutyCell[]> {
  return eachOf(text, (item) => {
    const [key = "", minutes = "", least, cover = "full", ...rest] = fieldsOf(item);
    const minutesPerDay = /^\d{1,4}$/.test(minutes) ? Number(minutes) : Number.NaN;
    const minProficiency = proficiencyOf(least);
    const coverLevel = COVER_LEVELS.find((level) => level === cover);
    const isSound = minutesPerDay <= 1440 && minProficiency !== null && coverLevel && rest.length === 0;
    if (!isSound) return reject("not_a_duty", { details: { item, choices: COVER_LEVELS.join(", ") } });
    return withDuty(key, item, (duty) => ({ duty, minutesPerDay, minProficiency, coverLevel }));
  });
}

/** "calendar;travel": duties by their keys. */
export function dutyKeysOf(text: string): Read<string[]> {
  return eachOf(text, (item) => withDuty(item.toLowerCase(), item, (duty) => duty));
}

/** "sv:C2;en:C1": languages with the level they are spoken at. */
export function spokenLanguagesOf(text: string): Read<SpokenCell[]> {
  return languagesOf(text, (language, level) => (level === null ? null : { language, level }));
}

/** "sv;en:B2": languages a cover must speak, at a level or at any. */
export function neededLanguagesOf(text: string): Read<NeededLanguageCell[]> {
  return languagesOf(text, (language, level) => ({ language, level }));
}

function languagesOf<T extends { language: string }>(
  text: string,
  make: (language: string, level: CefrLevel | null) => T | null,
): Read<T[]> {
  const seen = new Set<string>();
  return eachOf(text, (item) => {
    const [language = "", level, ...rest] = fieldsOf(item);
    const known = level === undefined ? null : CEFR_LEVELS.find((one) => one.toLowerCase() === level);
    const made =
      LANGUAGE.test(language) && known !== undefined && rest.length === 0 ? make(language, known) : null;
    if (!made) return reject("not_a_language", { details: { item, choices: CEFR_LEVELS.join(", ") } });
    if (seen.has(language)) return reject("item_twice", { details: { item: language } });
    seen.add(language);
    return ok(made);
  });
}

function eachOf<T>(text: string, read: (item: string) => Read<T>): Read<T[]> {
  const values: T[] = [];
  for (const item of itemsOf(text)) {
    const answer = read(item);
    if (!answer.ok) return answer;
    values.push(answer.value);
  }
  return ok(values);
}

function fieldsOf(item: string): string[] {
  return item
    .toLowerCase()
    .split(":")
    .map((field) => field.trim());
}

function proficiencyOf(text: string | undefined): number | null {
  return text !== undefined && /^[1-5]$/.test(text) ? Number(text) : null;
}

/** Accents pass here: the Swedish name of a duty in the catalogue stands for its key. */
function withDuty<T>(key: string, item: string, make: (duty: string) => T): Read<T> {
  const duty = key.replace(/\s+/g, "_");
  const plain = duty.normalize("NFD").replace(/\p{Mn}/gu, "");
  return DutyId.safeParse(plain).success
    ? ok(make(duty))
    : reject("not_a_duty_key", { details: { item, key } });
}
