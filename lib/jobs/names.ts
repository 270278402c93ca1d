/** The jobs there are; their queues are made when the database is migrated, by the role that may. */
export const JOB_NAMES = [
  "advance-plans",
  "anchor-journal",
  "ask-about-covers",
  "case-clocks",
  "close-first-steps",
  "close-left-accounts",
  "escalate-unread-schedules",
  "expire-job-offers",
  "expire-offers",
  "expire-shift-requests",
  "file-recurring",
  "forget-expired",
  "keep-mentoring",
  "lapse-offered-seats",
  "open-handovers",
  "raise-access-alarms",
  "record-cover-ledger",
  "read-mails",
  "recount-clocks",
  "refresh-training-needs",
  "review-restrictions",
  "remind-of-arrangements",
  "remind-of-cover",
  "remind-of-interviews",
  "remind-of-mandatory-courses",
  "remind-of-training",
  "warn-of-certificates",
  "sync-holders",
  "tell-of-briefs",
  "tell-due",
  "verify-audit",
  "warn-of-ending-tokens",
] as const;
export type JobName = (typeof JOB_NAMES)[number];

/** The schema of the job queue's own tables. */
export const JOB_SCHEMA = "pgboss";
