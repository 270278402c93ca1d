import { CEFR_LEVELS, type CefrLevel } from "@/lib/assistants/schema";
import { defineMoves } from "@/lib/moves/rules";

export const REQUISITION_STATUSES = [
  "draft",
  "pending",
  "open",
  "on_hold",
  "rejected",
  "filled",
  "cancelled",
] as const;
export type RequisitionStatus = (typeof REQUISITION_STATUSES)[number];

/** A requisition is asked for, approved by another manager, and ends filled or cancelled; it may rest meanwhile. */
export const REQUISITION_MOVES = defineMoves("requisitions", REQUISITION_STATUSES, {
  submit: { from: ["draft", "rejected"], to: "pending" },
  take_back: { from: ["pending"], to: "draft" },
  approve: { from: ["pending"], to: "open" },
  reject: { from: ["pending"], to: "rejected" },
  hold: { from: ["open"], to: "on_hold" },
  resume: { from: ["on_hold"], to: "open" },
  fill: { from: ["open"], to: "filled" },
  reopen: { from: ["filled"], to: "open" },
  cancel: { from: ["draft", "rejected", "pending", "open", "on_hold"], to: "cancelled" },
});
export type RequisitionMove = keyof typeof REQUISITION_MOVES.moves;

/** Moves that a person decides on with a reason. */
export const MOVES_WITH_REASON: readonly RequisitionMove[] = ["reject", "cancel"];

/** Statuses in which what is asked for can still be changed. */
export const CHANGEABLE: readonly RequisitionStatus[] = ["draft", "rejected"];

/** What somebody has to be able to do: duties with minutes a week and level, languages with level. */
export type DutyProfile = {
  duties: { dutyId: string; level: number; minutesPerWeek: number }[];
  languages: { language: string; level: CefrLevel | null }[];
};

type Asked = {
  daysPerWeek: number;
  requirements: readonly { dutyId: string; minutesPerDay: number; minProficiency: number }[];
  languages: readonly { language: string; level: CefrLevel | null }[];
};

/** What several executives ask for together: minutes are added, levels are the highest. */
export function profileOf(executives: readonly Asked[]): DutyProfile {
  const duties = new Map<string, { level: number; minutesPerWeek: number }>();
  const languages = new Map<string, CefrLevel | null>();
  for (const { daysPerWeek, requirements, languages: spoken } of executives) {
    for (const { dutyId, minutesPerDay, minProficiency } of requirements) {
      const known = duties.get(dutyId) ?? { level: 0, minutesPerWeek: 0 };
      duties.set(dutyId, {
        level: Math.max(known.level, minProficiency),
        minutesPerWeek: known.minutesPerWeek + minutesPerDay * daysPerWeek,
      });
    }
    for (const { language, level } of spoken)
      languages.set(language, higherLevel(languages.get(language) ?? null, level));
  }
  return {
    duties: [...duties]
      .map(([dutyId, asked]) => ({ dutyId, ...asked }))
      .sort((a, b) => b.minutesPerWeek - a.minutesPerWeek),
    languages: [...languages].map(([language, level]) => ({ language, level })),
  };
}

function higherLevel(a: CefrLevel | null, b: CefrLevel | null): CefrLevel | null {
  if (a === null || b === null) return a ?? b;
  return CEFR_LEVELS.indexOf(a) >= CEFR_LEVELS.indexOf(b) ? a : b;
}
