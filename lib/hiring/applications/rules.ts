import { defineMoves } from "@/lib/moves/rules";

export const APPLICATION_STATUSES = [
  "received",
  "screening",
  "pre_screen",
  "interview",
  "offered",
  "hired",
  "rejected",
  "withdrawn",
] as const;
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number];

/** Stages of who is still in it, in order. */
export const STAGES = ["received", "screening", "pre_screen", "interview", "offered"] as const;
export type HiringStage = (typeof STAGES)[number];

/** An application goes through the stages either way, and ends by an answer, a hire or the candidate's own withdrawal. */
export const APPLICATION_MOVES = defineMoves("applications", APPLICATION_STATUSES, {
  to_received: { from: ["screening", "pre_screen", "interview", "offered", "rejected"], to: "received" },
  to_screening: { from: ["received", "pre_screen", "interview", "offered", "rejected"], to: "screening" },
  to_pre_screen: { from: ["received", "screening", "interview", "offered", "rejected"], to: "pre_screen" },
  to_interview: { from: ["received", "screening", "pre_screen", "offered", "rejected"], to: "interview" },
  to_offered: { from: ["received", "screening", "pre_screen", "interview", "rejected"], to: "offered" },
  hire: { from: ["offered"], to: "hired" },
  answer_no: { from: [...STAGES], to: "rejected" },
  withdraw: { from: [...STAGES], to: "withdrawn" },
  did_not_start: { from: ["hired"], to: "withdrawn" },
});
export type ApplicationMove = keyof typeof APPLICATION_MOVES.moves;

/** What a manager chooses; withdrawing is the candidate's own, and nobody is hired but by an offer. */
export const MANAGER_MOVES = [
  "to_received",
  "to_screening",
  "to_pre_screen",
  "to_interview",
  "to_offered",
  "answer_no",
] as const satisfies readonly ApplicationMove[];

/** Reasons for a no, for figures; candidates are not shown them. */
export const NO_REASONS = ["language", "duties", "hours", "place", "other_chosen", "other"] as const;

/** A no is sent after a minute, and until then it can be taken back. */
export const UNDO_MS = 60_000;

const DAY_MS = 86_400_000;

export function isStage(status: ApplicationStatus): status is HiringStage {
  return STAGES.some((stage) => stage === status);
}

/** Whole days an application has been where it is. */
export function daysIn(movedAt: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - movedAt.getTime()) / DAY_MS));
}

/** Where an application came back from by undoing a no. */
export function moveTo(stage: HiringStage): ApplicationMove {
  return `to_${stage}`;
}

const LEAST_MS = 3_000;
const MOST_LINKS = 4;

/** Why an application looks like spam: a field nobody sees was filled in, it came within three seconds, or it is full of links. */
export function suspicionOf(sent: {
  trap: string;
  startedAt: number;
  words: string;
  now: Date;
}): string | null {
  if (sent.trap !== "") return "trap";
  if (sent.now.getTime() - sent.startedAt < LEAST_MS) return "fast";
  return (sent.words.match(/https?:\/\//g) ?? []).length > MOST_LINKS ? "links" : null;
}

/** How many months an application is kept after it ended: Sweden 24, the United Kingdom 12, elsewhere 6 (claims may be made so long). */
export function keptMonths(holidayRegion: string): number {
  if (holidayRegion.startsWith("SE")) return 24;
  return holidayRegion.startsWith("GB") ? 12 : 6;
}
