import { absenceNotice } from "@/lib/absences/notices";
import { coverNotice } from "@/lib/covers/notices";
import { disputeNotice } from "@/lib/disputes/notices";
import { handoverNotice } from "@/lib/handovers/notices";
import { hiringNotice } from "@/lib/hiring/notices";
import { insightNotice } from "@/lib/insight/notices";
import { letterNotice } from "@/lib/letters/notices";
import { matchingNotice } from "@/lib/matching/notices";
import { meetingNotice } from "@/lib/meetings/notices";
import { mentoringNotice } from "@/lib/mentoring/notices";
import { accountNotice } from "@/lib/notices/notices";
import type { DeliveryRule, NoticeArea, NoticeContent } from "@/lib/notices/schema";
import { requestNotice } from "@/lib/requests/notices";
import { scheduleNotice } from "@/lib/schedules/notices";
import { trainingNotice } from "@/lib/training/notices";

/** Everything that people can be told, domain by domain. */
export const NOTICES = {
  ...coverNotice.declared,
  ...absenceNotice.declared,
  ...handoverNotice.declared,
  ...requestNotice.declared,
  ...meetingNotice.declared,
  ...letterNotice.declared,
  ...scheduleNotice.declared,
  ...matchingNotice.declared,
  ...trainingNotice.declared,
  ...disputeNotice.declared,
  ...mentoringNotice.declared,
  ...hiringNotice.declared,
  ...insightNotice.declared,
  ...accountNotice.declared,
};

export type NoticeKind = keyof typeof NOTICES;

/** The kinds that programs can be told of. */
export const WEBHOOK_EVENTS: ReadonlySet<string> = new Set(
  Object.entries(NOTICES).flatMap(([kind, { isPrivate }]) => (isPrivate ? [] : [kind])),
);

/** What may be chosen for the kinds that somebody of these areas can be told. */
export function noticeRulesOf(areas: readonly NoticeArea[]): Partial<Record<NoticeKind, DeliveryRule>> {
  return Object.fromEntries(
    Object.entries(NOTICES)
      .filter(([, notice]) => notice.areas.some((area) => areas.includes(area)))
      .map(([kind, { urgency, channels, mayBeOff }]) => [kind, { urgency, channels, mayBeOff }]),
  );
}

const UNKNOWN: NoticeContent = { icon: "unknown", sentence: "unknown", parts: {}, links: {} };

/** What a notice says. One of another version, whose kind or parameters are not known here, says only that there was one. */
export function readNotice({ kind, params }: { kind: string; params: unknown }): NoticeContent {
  const content = isNoticeKind(kind) ? NOTICES[kind].contentOf(params) : null;
  return content ? { ...content, sentence: content.sentence ?? kind } : UNKNOWN;
}

function isNoticeKind(kind: string): kind is NoticeKind {
  return Object.hasOwn(NOTICES, kind);
}
