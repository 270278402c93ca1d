import type { HalfDayRange } from "@/lib/time/half-day";
import type { Hours } from "@/lib/time/hours";

/** Half-days, or hours of one day. */
export type NoticeRange = HalfDayRange & { window?: Hours | null };

/** What is told of a handover: for whom and when, never what is written in it. */
export type HandoverNotice = {
  kind:
    | "handover_drafted"
    | "handover_ready"
    | "handover_acknowledged"
    | "handover_question"
    | "handover_answered"
    | "handover_handed_back"
    | "access_not_granted"
    | "access_not_withdrawn";
  params: { handoverId: string; executive: string; range: HalfDayRange };
};

/** Which duties a cover is for, where it is not all: ids as written, names in the reader's language as read. */
type SomeDuties = { dutyIds?: readonly string[]; duties?: string[] };

/** What a notice says; its words are made in the reader's language from the messages area "notices". */
export type NoticeContent =
  | {
      kind: "cover_assigned" | "cover_released";
      params: { executive: string; range: NoticeRange } & SomeDuties;
    }
  | {
      kind: "support_changed";
      params: { range: NoticeRange; assistant: string | null } & SomeDuties;
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
        answer: "accepted" | "declined" | "expired" | "unanswered" | "handover_unread";
        note: string;
        absenceId: string | null;
      };
    }
  | { kind: "absence_decided"; params: { absenceId: string; status: string; range: NoticeRange } }
  | {
      kind:
        | "absence_requested"
        | "absence_entered"
        | "absence_changed"
        | "absence_withdrawn"
        | "cancellation_asked";
      params: { absenceId: string; name: string; range: NoticeRange };
    }
  | { kind: "cancellation_refused"; params: { absenceId: string; range: NoticeRange } }
  | HandoverNotice;

export type Notice = NoticeContent & { id: string; createdAt: Date; isRead: boolean };
