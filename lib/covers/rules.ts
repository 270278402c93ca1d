import type { HalfDay, HalfDaySpan } from "@/lib/time/half-day";
import type { Extent } from "./rules-extent";

/** What a cover can be: proposed by a plan, asked, answered, agreed, under way, over, or taken away. */
export const COVER_STATUSES = [
  "proposed",
  "offered",
  "accepted",
  "declined",
  "expired",
  "confirmed",
  "active",
  "completed",
  "released",
] as const;
export type CoverStatus = (typeof COVER_STATUSES)[number];

/** Covers that stand: asked, agreed or under way. */
export const LIVE_COVER = ["offered", "accepted", "confirmed", "active"] as const satisfies CoverStatus[];

/** Covers that stand and have not begun. */
export const COMING_COVER = ["offered", "accepted", "confirmed"] as const satisfies CoverStatus[];

/** Covers that count on the days they are for, those that are over included. */
export const COUNTED_COVER = [...LIVE_COVER, "completed"] as const satisfies CoverStatus[];

/** Covers somebody has agreed to and that are not over: they open the executive's records. */
export const AGREED_COVER = ["accepted", "confirmed", "active"] as const satisfies CoverStatus[];

/** Covers somebody has agreed to, those that are over included. */
export const AGREED_OR_OVER_COVER = [...AGREED_COVER, "completed"] as const satisfies CoverStatus[];

/** Covers that are certain, or were served. */
export const SERVED_COVER = ["confirmed", "active", "completed"] as const satisfies CoverStatus[];

/** Covers that were asked for and not agreed to. */
export const REFUSED_COVER = ["declined", "expired"] as const satisfies CoverStatus[];

/** True for a cover that stands. */
export function isLiveCover(status: CoverStatus): boolean {
  return LIVE_COVER.some((live) => live === status);
}

/** A cover of an executive by an assistant, as it stands on the board. */
export type CoverRecord = HalfDaySpan &
  Extent & {
    id: string;
    executiveId: string;
    assistantId: string;
    absenceId: string | null;
    planId: string | null;
    pinned: boolean;
    overrideReason: string;
    /** Until when it can be answered, where it is only offered. */
    offeredUntil?: Date | null;
    /** The version that was read. */
    version?: number;
  };

/** An assistant on consecutive half-days of an executive. */
export type CoverRun = HalfDaySpan &
  Extent & { executiveId: string; assistantId: string; absenceId: string | null };

/** A half-day of an executive that nobody serves. */
export type NamedGap = HalfDay & { executiveId: string };

/** A cover to be made. */
export type NewCover = CoverRun & {
  pinned?: boolean;
  overrideReason?: string;
  /** Until when it can be answered, where it is offered and not confirmed. */
  offeredUntil?: Date | null;
};

/** True for a cover that was asked and never answered, whatever became of it. */
export function isUnansweredOffer(cover: {
  status: CoverStatus;
  offerExpiresAt: Date | null;
  answeredAt: Date | null;
}): boolean {
  return cover.status !== "confirmed" && cover.answeredAt === null && cover.offerExpiresAt !== null;
}
