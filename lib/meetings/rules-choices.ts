/** How a meeting stands: its time looked for, asked about, settled, or called off. */
export const OFFICE_MEETING_STATUSES = ["planning", "polling", "confirmed", "cancelled"] as const;
export type OfficeMeetingStatus = (typeof OFFICE_MEETING_STATUSES)[number];

/** What somebody who is asked says of a time, the best first. */
export const MEETING_ANSWERS = ["yes", "if_need_be", "no"] as const;
export type MeetingAnswer = (typeof MEETING_ANSWERS)[number];

/** What somebody's calendar answers to an invitation. */
export const MEETING_REPLIES = ["accepted", "tentative", "declined"] as const;
export type MeetingReply = (typeof MEETING_REPLIES)[number];

/** How long a meeting can be, in minutes. */
export const MEETING_LENGTHS = [30, 45, 60, 90, 120, 180, 240] as const;

export const MOST_MEETING_PEOPLE = 30;
export const MOST_MEETING_OPTIONS = 20;
export const LONGEST_MEETING_RANGE_DAYS = 31;
