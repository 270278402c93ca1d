import { isStillLearning, levelOn } from "@/lib/assistants/rules-ramp";
import { dutyCoverMinutes } from "@/lib/coverage/demand/rules-duty-minutes";
import type {
  Level,
  Office,
  OfficeAssistant,
  OfficeDuty,
  OfficeExecutive,
} from "@/lib/coverage/office/rules";
import { type Fit, fitOf, misfitOf, type Pairing } from "@/lib/matching/rules";
import { isForDuty } from "@/lib/support/rules";
import type { Day } from "@/lib/time/day";

const LEVELS: readonly Level[] = ["A1", "A2", "B1", "B2", "C1", "C2"];

/** A rule that keeps a person from covering an executive. A restriction is never named: it reads "not available for this executive". */
export type Ineligibility =
  | { rule: "skill"; dutyId: string; needed: number; held: number }
  /** Somebody new whose step is not open yet, whatever they hold. */
  | { rule: "learning"; dutyId: string }
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
    ...missingSkills(assistant, dutiesOf(executive, dutyIds), on),
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
    ...(restrictedFrom(office, executive.id, "hard", on).has(assistant.id)
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

function missingSkills(assistant: OfficeAssistant, duties: readonly OfficeDuty[], on: Day): Ineligibility[] {
  return duties.flatMap((duty): Ineligibility[] => {
    const { dutyId, minProficiency: needed } = duty;
    const held = assistant.skills.get(dutyId) ?? 0;
    if (levelOn(assistant, dutyId, on) >= needed || !needsSkill(duty)) return [];
    return isStillLearning(assistant, dutyId, needed, on)
      ? [{ rule: "learning", dutyId }]
      : [{ rule: "skill", dutyId, needed, held }];
  });
}

function needsSkill({ coverLevel, minutesPerDay }: OfficeDuty): boolean {
  return coverLevel !== "defer" && minutesPerDay !== 0;
}

const NOTHING: Ineligibility[] = [];

function missingLanguages(assistant: OfficeAssistant, executive: OfficeExecutive): Ineligibility[] {
  if (executive.languages.size === 0) return NOTHING;
  return [...executive.languages].flatMap(([language, needed]) => {
    const held = assistant.languages.get(language) ?? null;
    return isEnough(held, needed) ? NOTHING : [{ rule: "language" as const, language, needed, held }];
  });
}

function isEnough(held: Level | null, needed: Level | null): boolean {
  return held !== null && (needed === null || LEVELS.indexOf(held) >= LEVELS.indexOf(needed));
}

function restrictedFrom(office: Office, executiveId: string, kind: "hard" | "soft", on: Day): Set<string> {
  const inForce = office.restrictions.filter(
    (r) => r.executiveId === executiveId && r.kind === kind && (r.expiresOn === null || r.expiresOn >= on),
  );
  return new Set(inForce.map((r) => r.assistantId));
}

/** How everybody fits some duties of an executive from a day on; what is the same for all of them is worked out once. */
function pairingsFor(
  office: Office,
  executive: OfficeExecutive,
  on: Day,
  dutyIds: readonly string[],
): (assistant: OfficeAssistant) => Pairing {
  const asked = dutiesOf(executive, dutyIds).filter((duty) => duty.coverLevel !== "defer");
  const current = executive.supports.filter((s) => s.from <= on && (s.to === null || s.to >= on));
  const backups = current.filter(
    (s) => s.role === "backup" && asked.every(({ dutyId }) => isForDuty(s, dutyId)),
  );
  const own = new Set(current.filter((s) => s.role !== "backup").map((s) => s.assistantId));
  const duties = asked.map((duty) => ({ duty, minutes: dutyCoverMinutes(duty, "am") }));
  const restricted = restrictedFrom(office, executive.id, "soft", on);
  return (assistant) => ({
    duties: duties.map(({ duty: { dutyId, minProficiency }, minutes }) => ({
      minutes,
      held: levelOn(assistant, dutyId, on),
      needed: minProficiency,
    })),
    backupRank: backups.find((backup) => backup.assistantId === assistant.id)?.rank ?? null,
    hasCoveredBefore: own.has(assistant.id) || office.history.has(`${assistant.id} ${executive.id}`),
    isSameSite: assistant.site === executive.site,
    isOtherPool: assistant.poolId !== executive.poolId,
    hasSoftRestriction: restricted.has(assistant.id),
  });
}

/** Fit with its parts for some duties (all when none is named), for people to read. */
export function fitFor(
  office: Office,
  assistant: OfficeAssistant,
  executive: OfficeExecutive,
  on: Day,
  dutyIds: readonly string[] = [],
): Fit {
  return fitOf(pairingsFor(office, executive, on, dutyIds)(assistant));
}

/** Who may cover some duties of an executive (all when none is named) from a day on, and their misfit 0–1000, for the planner. */
export type Judge = {
  isEligible: (assistant: OfficeAssistant) => boolean;
  misfit: (assistant: OfficeAssistant) => number;
};

/** Judges person after person for one executive; what is the same for all of them is worked out once. */
export function judgeFor(
  office: Office,
  executive: OfficeExecutive,
  on: Day,
  dutyIds: readonly string[] = [],
): Judge {
  const isPossible = personJudgeFor(office, executive, on);
  const pairingOf = pairingsFor(office, executive, on, dutyIds);
  const skills = dutiesOf(executive, dutyIds).filter(needsSkill);
  return {
    isEligible: (assistant) =>
      skills.every((duty) => levelOn(assistant, duty.dutyId, on) >= duty.minProficiency) &&
      isPossible(assistant),
    misfit: (assistant) => misfitOf(pairingOf(assistant)),
  };
}

function personJudgeFor(
  office: Office,
  executive: OfficeExecutive,
  on: Day,
): (assistant: OfficeAssistant) => boolean {
  const barred = restrictedFrom(office, executive.id, "hard", on);
  const languages = [...executive.languages];
  return (assistant) =>
    isWithinReach(office, assistant, executive) &&
    !(executive.onsite && assistant.site !== executive.site) &&
    !barred.has(assistant.id) &&
    languages.every(([language, needed]) => isEnough(assistant.languages.get(language) ?? null, needed));
}
