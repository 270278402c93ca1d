import type { HalfDayRange } from "@/lib/time/half-day";
import type { Hours } from "@/lib/time/hours";

/** Half-days, or hours of one day. */
export type NoticeRange = HalfDayRange & { window?: Hours | null };

/** What a notice says; its words are made in the reader's language from the messages area "notices". */
export type NoticeContent =
  | {
      kind: "cover_assigned" | "cover_released";
      params: { executive: string; range: NoticeRange; dutyIds?: readonly string[] };
    }
  | {
      kind: "support_changed";
      params: { range: NoticeRange; assistant: string | null; dutyIds?: readonly string[] };
    }
  | {
      kind: "assistant_lent";
      params: { assistant: string; executive: string; pool: string; range: NoticeRange };
    }
  | {
      kind: "request_assigned" | "request_moved_on";
      params: { requestId: string; summary: string; status: string };
    }
  | { kind: "cover_offered"; params: { executive: string; range: NoticeRange; until: string } }
  | { kind: "offer_withdrawn" | "cover_starts"; params: { executive: string; range: NoticeRange } }
  | {
      kind: "offer_answered";
      params: {
        name: string;
        executive: string;
        range: NoticeRange;
        answer: "accepted" | "declined" | "expired" | "unanswered";
        note: string;
        absenceId: string | null;
      };
    }
  | {
      kind: "sickness_reported";
      params: {
        absenceId: string;
        name: string;
        range: NoticeRange;
        change: "reported" | "prolonged" | "ended";
      };
    }
  | { kind: "absence_decided"; params: { absenceId: string; status: string; range: NoticeRange } };

export type Notice = NoticeContent & { id: string; createdAt: Date; isRead: boolean };
