import type { HalfDayRange } from "@/lib/time/half-day";

/** What a notice says; its words are made in the reader's language from the messages area "notices". */
export type NoticeContent =
  | { kind: "cover_assigned" | "cover_released"; params: { executive: string; range: HalfDayRange } }
  | { kind: "support_changed"; params: { range: HalfDayRange; assistant: string | null } }
  | {
      kind: "request_assigned" | "request_moved_on";
      params: { requestId: string; summary: string; status: string };
    }
  | { kind: "cover_offered"; params: { executive: string; range: HalfDayRange; until: string } }
  | { kind: "offer_withdrawn" | "cover_starts"; params: { executive: string; range: HalfDayRange } }
  | {
      kind: "offer_answered";
      params: {
        name: string;
        executive: string;
        range: HalfDayRange;
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
        range: HalfDayRange;
        change: "reported" | "prolonged" | "ended";
      };
    }
  | { kind: "absence_decided"; params: { absenceId: string; status: string; range: HalfDayRange } };

export type Notice = NoticeContent & { id: string; createdAt: Date; isRead: boolean };
