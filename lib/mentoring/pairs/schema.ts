import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";
import { ReadVersion } from "@/lib/moves/schema";
import { DutyId } from "@/lib/pools/schema";
import { oneLine } from "@/lib/text";
import { DayInput } from "@/lib/time/inputs";
import { CADENCES, MENTORSHIP_STATUSES } from "./rules";

export const GoalInput = z.strictObject({
  text: oneLine(200, 1),
  measure: oneLine(200).default("").meta({ description: "How both will know." }),
  dutyId: DutyId.nullable().default(null),
});
const Goals = z.array(GoalInput).max(3).default([]);

/** A mentor for somebody, to whom both have yet to say yes. */
export const ProposeMentorshipInput = z.strictObject({
  mentorId: z.uuid(),
  menteeId: z.uuid(),
  cadence: z.enum(CADENCES).default("fortnightly"),
  startsOn: DayInput,
  endsOn: DayInput,
  goals: Goals,
});
export type ProposeMentorshipInput = z.infer<typeof ProposeMentorshipInput>;

const asRead = { id: z.uuid(), version: ReadVersion };

export const MentorshipInput = z.strictObject(asRead);
export type MentorshipInput = z.infer<typeof MentorshipInput>;

/** One's own answer; a no needs no reason. */
export const AnswerMentorshipInput = z.strictObject({
  ...asRead,
  accept: z.preprocess((value) => (value === "yes" ? true : value === "no" ? false : value), z.boolean()),
});
export type AnswerMentorshipInput = z.infer<typeof AnswerMentorshipInput>;

export const SetGoalsInput = z.strictObject({ ...asRead, goals: Goals });
export type SetGoalsInput = z.infer<typeof SetGoalsInput>;

/** Ends a mentorship, with answers to three questions that the two alone read. */
export const EndMentorshipInput = z.strictObject({
  ...asRead,
  helped: oneLine(300).default(""),
  missed: oneLine(300).default(""),
  goesOn: oneLine(300).default(""),
});
export type EndMentorshipInput = z.infer<typeof EndMentorshipInput>;

export const ProposeMentorsInput = z.strictObject({
  menteeId: z.uuid(),
  dutyIds: z.array(DutyId).max(3).default([]),
});
export type ProposeMentorsInput = z.infer<typeof ProposeMentorsInput>;

export const MentorLimitInput = z.strictObject({ most: z.coerce.number().int().min(0).max(10) });
export type MentorLimitInput = z.infer<typeof MentorLimitInput>;

export const MentorProposalView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  holds: z.array(z.strictObject({ dutyId: z.string(), level: z.number().int() })),
  load: z.number().int(),
  limit: z.number().int(),
});

export const PairMeetingView = z.strictObject({
  id: z.uuid(),
  on: DayText,
  startMinute: z.number().int(),
  endMinute: z.number().int(),
  status: z.enum(["planned", "held", "cancelled"]),
});
export type PairMeetingView = z.infer<typeof PairMeetingView>;

/** A mentorship as the two and the managers of the learner see it; what is noted is not in it. */
export const MentorshipView = z.strictObject({
  id: z.uuid(),
  mentorId: z.uuid(),
  mentor: z.string(),
  menteeId: z.uuid(),
  mentee: z.string(),
  poolId: z.uuid(),
  status: z.enum(MENTORSHIP_STATUSES),
  cadence: z.enum(CADENCES),
  startsOn: DayText,
  endsOn: DayText,
  awaitsMe: z.boolean().meta({ description: "True while your own answer is asked for." }),
  goals: z.array(z.strictObject({ text: z.string(), measure: z.string(), dutyId: z.string().nullable() })),
  meetings: z.array(PairMeetingView),
  version: z.number().int(),
});
export type MentorshipView = z.infer<typeof MentorshipView>;
