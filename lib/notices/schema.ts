import type { HalfDayRange } from "@/lib/time/half-day";

/** What a notice says; its words are made in the reader's language from the messages area "notices". */
export type NoticeContent =
  | { kind: "cover_assigned" | "cover_released"; params: { executive: string; range: HalfDayRange } }
  | { kind: "support_changed"; params: { range: HalfDayRange; assistant: string | null } }
  | {
      kind: "request_assigned" | "request_moved_on";
      params: { requestId: string; summary: string; status: string };
    }
  | { kind: "absence_decided"; params: { absenceId: string; status: string; range: HalfDayRange } };

export type Notice = NoticeContent & { id: string; createdAt: Date; isRead: boolean };
