import type { Locale } from "@/lib/i18n/locales";

/** Everything that is sent by mail; each kind is composed when it goes out. */
export type MailKind =
  | "notices"
  | "invitation"
  | "password_reset"
  | "test"
  | "training_entry"
  | SecurityMailKind;

/** What somebody is told who applied for a job, and has no account. */
export type CandidateMailKind =
  | "application_received"
  | "application_again"
  | "application_moved"
  | "application_no"
  | "interview_offered"
  | "interview_booked"
  | "interview_cancelled"
  | "interview_reminder"
  | "offer_sent"
  | "offer_withdrawn";

/** What those who take part in a meeting are told, with or without an account. */
export type MeetingMailKind = "meeting_times" | "meeting_invitation" | "meeting_off";

/** What a person is told of the keys to their account, which can't be switched off. */
export type SecurityMailKind =
  | "address_confirm"
  | "address_changed"
  | "password_changed"
  | "factor_set_up"
  | "factor_turned_off"
  | "factor_reset"
  | "codes_guessed"
  | "recovery_code_used";

/** A mail as it lies in the outbox: for whom and about what, without a word of it. */
export type QueuedMail = { id: string; queuedAt: Date } & (
  | ToAccount
  | ToCandidate
  | ToMeetingPerson
  | LetterMail
);

export type ToAccount = {
  userId: string;
  applicationId: null;
  meetingPersonId: null;
  letterId: null;
  kind: MailKind;
  /** The secret of the one-time link it hands over; null for most. */
  secret: string | null;
};

export type ToCandidate = {
  userId: null;
  applicationId: string;
  meetingPersonId: null;
  letterId: null;
  kind: CandidateMailKind;
  secret: string | null;
};

export type ToMeetingPerson = {
  userId: null;
  applicationId: null;
  meetingPersonId: string;
  letterId: null;
  kind: MeetingMailKind;
  secret: string | null;
};

/** An approved letter, which goes out as it is. */
export type LetterMail = {
  userId: null;
  applicationId: null;
  meetingPersonId: null;
  letterId: string;
  kind: "letter";
  secret: string | null;
};

/** A link in a mail, named by what it leads to. */
export type MailLink = { label: string; href: string };

/** A paragraph, or one thing of a list with the link to it. */
export type MailLine = {
  text: string;
  link?: MailLink;
  /** Where it is answered without signing in; opening it does nothing. */
  answer?: MailLink;
};

/** What a mail says; its plain and its HTML part are made of the same. */
export type MailContent = {
  locale: Locale;
  subject: string;
  greeting: string;
  lines: readonly MailLine[];
  /** The one thing to do, as a button. */
  action?: MailLink;
  /** Why the person gets this. */
  reason: string;
  /** Where they change that. */
  settings?: MailLink;
};

/** A mail with what its headers need. */
export type ComposedMail = {
  to: { name: string; address: string };
  /** On whose behalf it is sent, and where a person's answer goes. */
  sender?: { name: string; replyTo: string };
  content: MailContent;
  /** What a person wrote, sent as it is in place of the content, with its files. */
  written?: { text: string; files: readonly { name: string; type: string; bytes: Uint8Array }[] };
  /** What a calendar program takes from it; the method stands in the file and in its type (RFC 6047). */
  calendar?: { method: "REQUEST" | "CANCEL"; text: string };
  /** The record it is about: mails about one thing stand together. */
  thread?: string;
  /** Where an answer to it goes. */
  replyTo?: string;
  /** An address that switches mails of this kind off by POST. */
  unsubscribe?: string;
};
