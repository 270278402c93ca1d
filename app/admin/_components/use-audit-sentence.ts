import { useTranslations } from "next-intl";
import { useRangeWords } from "@/components/time/use-range-words";
import type { AuditFacts, AuditPart } from "@/lib/accounts/rules-audit-facts";
import type { AuditEventView } from "@/lib/accounts/schema-audit";
import { BY_FACT, COMMAND_LINE } from "@/lib/audit-catalogue";

/** Who is named in a sentence when nobody of that name is there any more. */
const UNKNOWN = {
  person: "person",
  manager: "person",
  deputy: "person",
  executive: "executive",
  assistant: "assistant",
  assignee: "assistant",
  pool: "pool",
  duty: "duty",
  leaveType: "leaveType",
} as const satisfies Record<AuditPart, string>;

/** What each job is called on the screen. */
export const JOB_WORDS = {
  "advance-plans": "plans",
  "anchor-journal": "journal",
  "ask-about-covers": "coverQuestions",
  "ask-about-trials": "trialQuestions",
  "case-clocks": "conversations",
  "close-first-steps": "firstSteps",
  "close-left-accounts": "leavers",
  "escalate-unread-schedules": "schedules",
  "expire-offers": "offers",
  "expire-shift-requests": "shiftRequests",
  "file-recurring": "recurringRequests",
  "forget-expired": "cleanUp",
  "keep-mentoring": "mentoring",
  "expire-job-offers": "jobOffers",
  "remind-of-interviews": "interviewReminders",
  "remind-of-arrangements": "arrangementReminders",
  "remind-of-mandatory-courses": "mandatoryReminders",
  "remind-of-training": "trainingReminders",
  "warn-of-certificates": "certificateWarnings",
  "open-handovers": "handovers",
  "raise-access-alarms": "access",
  "lapse-offered-seats": "seats",
  "refresh-training-needs": "needs",
  "review-restrictions": "restrictions",
  "record-cover-ledger": "workload",
  "read-resumes": "resumes",
  "read-mails": "mailIn",
  "recount-clocks": "clocks",
  "remind-of-cover": "reminders",
  "sync-holders": "holders",
  "tell-due": "due",
  "tell-of-briefs": "briefs",
  "verify-audit": "audit",
  "warn-of-ending-tokens": "tokens",
} as const;

const NO_FACTS: AuditFacts = { names: {}, range: null };

/** A row of the audit log as a sentence: who did what to whom, and for which days; and the job that did it, where one did. */
export function useAuditSentence() {
  const t = useTranslations("accounts.audit");
  const rangeWords = useRangeWords();

  function actorOf({ actor, data }: AuditEventView): string {
    if (actor) return actor.name;
    return t(data[BY_FACT] === COMMAND_LINE ? "commandLine" : "standby");
  }

  function sentenceOf(event: AuditEventView, { names, range }: AuditFacts = NO_FACTS): string {
    const parts = Object.entries(UNKNOWN).map(([part, unknown]) => [
      part,
      names[part as AuditPart] ?? t(`unknown.${unknown}`),
    ]);
    const words = {
      ...Object.fromEntries(parts),
      actor: actorOf(event),
      when: range ? `, ${rangeWords(range)}` : "",
    };
    return t(`sentence.${event.action}` as "sentence.installation.set_up", { ...words });
  }

  function jobOf({ actor, data }: AuditEventView): string | null {
    const job = Object.entries(JOB_WORDS).find(([name]) => name === data[BY_FACT])?.[1];
    return actor === null && job ? t("byJob", { job: t(`job.${job}`) }) : null;
  }

  return { sentenceOf, jobOf };
}
