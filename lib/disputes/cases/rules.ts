import { defineMoves } from "@/lib/moves/rules";

export const CASE_STATUSES = [
  "draft",
  "reported",
  "acknowledged",
  "triaged",
  "separate_meetings",
  "joint_meeting",
  "agreed",
  "monitoring",
  "closed",
  "escalated",
  "withdrawn",
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

const OPEN = [
  "reported",
  "acknowledged",
  "triaged",
  "separate_meetings",
  "joint_meeting",
  "agreed",
  "monitoring",
] as const satisfies readonly CaseStatus[];

/** The course of a conversation: what is not named is not possible. */
export const CASE_MOVES = defineMoves("cases", CASE_STATUSES, {
  send: { from: ["draft"], to: "reported" },
  acknowledge: { from: ["reported"], to: "acknowledged" },
  triage: { from: ["acknowledged"], to: "triaged" },
  meet_separately: { from: ["triaged"], to: "separate_meetings" },
  meet_jointly: { from: ["separate_meetings"], to: "joint_meeting" },
  take_consent_back: { from: ["joint_meeting"], to: "separate_meetings" },
  agree: { from: ["joint_meeting"], to: "agreed" },
  follow_up: { from: ["agreed"], to: "monitoring" },
  escalate: { from: OPEN, to: "escalated" },
  close: { from: [...OPEN.filter((status) => status !== "reported"), "escalated"], to: "closed" },
  reopen: { from: ["closed"], to: "triaged" },
  withdraw: { from: [...OPEN, "escalated"], to: "withdrawn" },
});
export type CaseMove = keyof typeof CASE_MOVES.moves;

/** The states that are drawn as the course, in order; a conversation may skip some. */
export const COURSE = [
  "reported",
  "acknowledged",
  "triaged",
  "separate_meetings",
  "joint_meeting",
  "agreed",
  "monitoring",
  "closed",
] as const satisfies readonly CaseStatus[];

/** 1 workload and ways of working, 2 between people, 3 harassment, threat or safety. */
export type Tier = 1 | 2 | 3;

/** The tier a conversation begins with: what its writer says of it is a wish, which the handler may change. */
export function firstTier({ topic, isGrave }: { topic: string; isGrave: boolean }): Tier {
  if (isGrave) return 3;
  return topic === "person" ? 2 : 1;
}
