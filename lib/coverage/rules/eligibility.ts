import { type Fit, fitOf, misfitOf, type Pairing } from "@/lib/matching/rules";
import type { Day } from "@/lib/time/day";
import { dutyCoverMinutes } from "./demand";
import type { Level, Office, OfficeAssistant, OfficeDuty, OfficeExecutive } from "./office";

const LEVELS: readonly Level[] = ["A1", "A2", "B1", "B2", "C1", "C2"];

/** A rule that keeps a person from covering an executive. A restriction is never named: it reads "not available for this desk". */
export type Ineligibility =
  | { rule: "skill"; dutyId: string; needed: number; held: number }
  | { rule: "language"; language: string; needed: Level | null; held: Level | null }
  | { rule: "site"; site: string }
  | { rule: "other_pool" }
  | { rule: "not_available" };

/** True for somebody of the executive's pool, or of a pool that lends to it. */
export function isWithinReach(
  office: Office,
  assistant: Pick<OfficeAssistant, "poolId">,
  executive: Pick<OfficeExecutive, "poolId">,
): boolean {
  return (
    assistant.poolId === executive.poolId ||
    office.lending.get(executive.poolId)?.has(assistant.poolId) === true
  );
}

/** Every rule that keeps an assistant from covering some duties of an executive (all when none is named) from a day on; empty when eligible. */
export function ineligibilities(
  office: Office,
  assistant: OfficeAssistant,
  executive: OfficeExecutive,
  on: Day,
  dutyIds: readonly string[] = [],
): Ineligibility[] {
  return [
    ...ineligibilitiesOfPerson(office, assistant, executive, on),
    ...missingSkills(assistant, dutiesOf(executive, dutyIds)),
  ];
}

/** The rules that keep an assistant from covering an executive whatever the duty. */
export function ineligibilitiesOfPerson(
  office: Office,
  assistant: OfficeAssistant,
  executive: OfficeExecutive,
  on: Day,
): Ineligibility[] {
  return [
    ...(isWithinReach(office, assistant, executive) ? [] : [{ rule: "other_pool" } as const]),
    ...(isRestricted(office, assistant.id, executive.id, "hard", on)
      ? [{ rule: "not_available" } as const]
      : []),
    ...missingLanguages(assistant, executive),
    ...(executive.onsite && assistant.site !== executive.site
      ? [{ rule: "site", site: executive.site } as const]
      : []),
  ];
}

function dutiesOf(executive: OfficeExecutive, dutyIds: readonly string[]): readonly OfficeDuty[] {
  if (dutyIds.length === 0) return executive.duties;
  return executive.duties.filter(({ dutyId }) => dutyIds.includes(dutyId));
}

function missingSkills(assistant: OfficeAssistant, duties: readonly OfficeDuty[]): Ineligibility[] {
  return duties.flatMap(({ dutyId, coverLevel, minutesPerDay, minProficiency: needed }) => {
    const held = assistant.skills.get(dutyId) ?? 0;
    if (held >= needed || coverLevel === "defer" || minutesPerDay === 0) return [];
    return [{ rule: "skill", dutyId, needed, held }];
  });
}

const NOTHING: Ineligibility[] = [];

function missingLanguages(assistant: OfficeAssistant, executive: OfficeExecutive): Ineligibility[] {
  if (executive.languages.size === 0) return NOTHING;
  return [...executive.languages].flatMap(([language, needed]) => {
    const held = assistant.languages.get(language) ?? null;
    const isEnough = held !== null && (needed === null || LEVELS.indexOf(held) >= LEVELS.indexOf(needed));
    return isEnough ? NOTHING : [{ rule: "language" as const, language, needed, held }];
  });
}

function isRestricted(
  office: Office,
  assistantId: string,
  executiveId: string,
  kind: "hard" | "soft",
  on: Day,
) {
  return office.restrictions.some(
    (r) =>
      r.assistantId === assistantId &&
      r.executiveId === executiveId &&
      r.kind === kind &&
      (r.expiresOn === null || r.expiresOn >= on),
  );
}

function pairingOf(
  office: Office,
  assistant: OfficeAssistant,
  executive: OfficeExecutive,
  on: Day,
  dutyIds: readonly string[],
): Pairing {
  const backup = executive.supports.find(
    (s) =>
      s.role === "backup" && s.assistantId === assistant.id && s.from <= on && (s.to === null || s.to >= on),
  );
  return {
    duties: dutiesOf(executive, dutyIds)
      .filter((duty) => duty.coverLevel !== "defer")
      .map((duty) => ({
        minutes: dutyCoverMinutes(duty, "am"),
        proficiency: assistant.skills.get(duty.dutyId) ?? 0,
        minProficiency: duty.minProficiency,
      })),
    backupRank: backup?.rank ?? null,
    hasCoveredBefore: office.history.has(`${assistant.id} ${executive.id}`),
    isSameSite: assistant.site === executive.site,
    isOtherPool: assistant.poolId !== executive.poolId,
    hasSoftRestriction: isRestricted(office, assistant.id, executive.id, "soft", on),
  };
}

/** Fit with its parts for some duties (all when none is named), for people to read. */
export function fitFor(
  office: Office,
  assistant: OfficeAssistant,
  executive: OfficeExecutive,
  on: Day,
  dutyIds: readonly string[] = [],
): Fit {
  return fitOf(pairingOf(office, assistant, executive, on, dutyIds));
}

/** Misfit 0–1000 for some duties (all when none is named), for the planner. */
export function misfitFor(
  office: Office,
  assistant: OfficeAssistant,
  executive: OfficeExecutive,
  on: Day,
  dutyIds: readonly string[] = [],
): number {
  return misfitOf(pairingOf(office, assistant, executive, on, dutyIds));
}
