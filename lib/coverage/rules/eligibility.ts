import { type Fit, fitOf, misfitOf, type Pairing } from "@/lib/matching/rules";
import type { Day } from "@/lib/time/day";
import { dutyCoverMinutes } from "./demand";
import type { Level, Office, OfficeAssistant, OfficeExecutive } from "./office";

const LEVELS: readonly Level[] = ["A1", "A2", "B1", "B2", "C1", "C2"];

/** A rule that keeps a person from covering an executive. A restriction is never named: it reads "not available for this desk". */
export type Ineligibility =
  | { rule: "skill"; dutyId: string; needed: number; held: number }
  | { rule: "language"; language: string; needed: Level | null; held: Level | null }
  | { rule: "site"; site: string }
  | { rule: "other_pool" }
  | { rule: "not_available" };

/** Every rule that keeps an assistant from covering an executive from a day on; empty when eligible. */
export function ineligibilities(
  office: Office,
  assistant: OfficeAssistant,
  executive: OfficeExecutive,
  on: Day,
): Ineligibility[] {
  return [
    ...(assistant.poolId === executive.poolId ? [] : [{ rule: "other_pool" } as const]),
    ...(isRestricted(office, assistant.id, executive.id, "hard", on)
      ? [{ rule: "not_available" } as const]
      : []),
    ...missingSkills(assistant, executive),
    ...missingLanguages(assistant, executive),
    ...(executive.onsite && assistant.site !== executive.site
      ? [{ rule: "site", site: executive.site } as const]
      : []),
  ];
}

function missingSkills(assistant: OfficeAssistant, executive: OfficeExecutive): Ineligibility[] {
  return executive.duties
    .filter((duty) => duty.coverLevel !== "defer" && duty.minutesPerDay > 0)
    .map((duty) => ({ ...duty, held: assistant.skills.get(duty.dutyId) ?? 0 }))
    .filter((duty) => duty.held < duty.minProficiency)
    .map((duty) => ({ rule: "skill", dutyId: duty.dutyId, needed: duty.minProficiency, held: duty.held }));
}

function missingLanguages(assistant: OfficeAssistant, executive: OfficeExecutive): Ineligibility[] {
  return [...executive.languages]
    .map(([language, needed]) => ({ language, needed, held: assistant.languages.get(language) ?? null }))
    .filter(
      ({ needed, held }) =>
        held === null || (needed !== null && LEVELS.indexOf(held) < LEVELS.indexOf(needed)),
    )
    .map((missing) => ({ rule: "language", ...missing }));
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

function pairingOf(office: Office, assistant: OfficeAssistant, executive: OfficeExecutive, on: Day): Pairing {
  const backup = executive.supports.find(
    (s) =>
      s.role === "backup" && s.assistantId === assistant.id && s.from <= on && (s.to === null || s.to >= on),
  );
  return {
    duties: executive.duties
      .filter((duty) => duty.coverLevel !== "defer")
      .map((duty) => ({
        minutes: dutyCoverMinutes(duty, "am"),
        proficiency: assistant.skills.get(duty.dutyId) ?? 0,
        minProficiency: duty.minProficiency,
      })),
    backupRank: backup?.rank ?? null,
    hasCoveredBefore: office.history.has(`${assistant.id} ${executive.id}`),
    isSameSite: assistant.site === executive.site,
    hasSoftRestriction: isRestricted(office, assistant.id, executive.id, "soft", on),
  };
}

/** Fit with its parts, for people to read. */
export function fitFor(office: Office, assistant: OfficeAssistant, executive: OfficeExecutive, on: Day): Fit {
  return fitOf(pairingOf(office, assistant, executive, on));
}

/** Misfit 0–1000, for the planner. */
export function misfitFor(
  office: Office,
  assistant: OfficeAssistant,
  executive: OfficeExecutive,
  on: Day,
): number {
  return misfitOf(pairingOf(office, assistant, executive, on));
}
