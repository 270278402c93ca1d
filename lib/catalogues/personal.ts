import { absencePersonal } from "@/lib/absences/rules-personal";
import { accountPersonal } from "@/lib/accounts/rules-personal";
import { assistantPersonal } from "@/lib/assistants/rules-personal";
import { calendarPersonal } from "@/lib/calendars/rules-personal";
import { coveragePersonal } from "@/lib/coverage/rules-personal";
import { coverPersonal } from "@/lib/covers/rules-personal";
import { disputePersonal } from "@/lib/disputes/rules-personal";
import { executivePersonal } from "@/lib/executives/rules-personal";
import { filePersonal } from "@/lib/files/rules-personal";
import { handoverPersonal } from "@/lib/handovers/rules-personal";
import { hiringPersonal } from "@/lib/hiring/rules-personal";
import { importPersonal } from "@/lib/imports/rules-personal";
import { insightPersonal } from "@/lib/insight/rules-personal";
import { letterPersonal } from "@/lib/letters/rules-personal";
import { mailPersonal } from "@/lib/mail/rules-personal";
import { matchingPersonal } from "@/lib/matching/rules-personal";
import { meetingPersonal } from "@/lib/meetings/rules-personal";
import { mentoringPersonal } from "@/lib/mentoring/rules-personal";
import { noticePersonal } from "@/lib/notices/rules-personal";
import type { PersonalTable } from "@/lib/personal";
import { poolPersonal } from "@/lib/pools/rules-personal";
import { requestPersonal } from "@/lib/requests/rules-personal";
import { runPersonal } from "@/lib/runs/rules-personal";
import { schedulePersonal } from "@/lib/schedules/rules-personal";
import { supportPersonal } from "@/lib/support/rules-personal";
import { trainingPersonal } from "@/lib/training/rules-personal";

/** Every table that holds something of people, domain by domain. */
export const PERSONAL: Readonly<Record<string, PersonalTable>> = {
  ...accountPersonal,
  ...mailPersonal,
  ...filePersonal,
  ...noticePersonal,
  ...runPersonal,
  ...poolPersonal,
  ...assistantPersonal,
  ...executivePersonal,
  ...supportPersonal,
  ...coverPersonal,
  ...matchingPersonal,
  ...absencePersonal,
  ...schedulePersonal,
  ...coveragePersonal,
  ...handoverPersonal,
  ...requestPersonal,
  ...meetingPersonal,
  ...letterPersonal,
  ...trainingPersonal,
  ...disputePersonal,
  ...mentoringPersonal,
  ...hiringPersonal,
  ...calendarPersonal,
  ...importPersonal,
  ...insightPersonal,
};
