"use server";
import { SignOffStepInput } from "@/lib/assistants/schema-ramp";
import { requireAssistant } from "@/lib/auth/guards";
import { CloseMeetingInput, PlanMeetingInput } from "@/lib/mentoring/meetings/schema";
import { closeMeeting, planMeeting } from "@/lib/mentoring/meetings/service";
import { AddNoteInput } from "@/lib/mentoring/notes/schema";
import { addMentoringNote } from "@/lib/mentoring/notes/service";
import {
  AnswerMentorshipInput,
  EndMentorshipInput,
  GoalInput,
  MentorLimitInput,
  MentorshipInput,
  SetGoalsInput,
} from "@/lib/mentoring/pairs/schema";
import {
  answerMentorship,
  endMentorship,
  pauseMentorship,
  resumeMentorship,
  setGoals,
  setMentorLimit,
} from "@/lib/mentoring/pairs/service";
import { signOffStep } from "@/lib/mentoring/ramp/service";
import { AskForMentorInput } from "@/lib/mentoring/wishes/schema";
import { askForMentor } from "@/lib/mentoring/wishes/service";
import { formAction } from "@/lib/server/form-action";
import { rowsOf } from "@/lib/server/form-rows";

const MINE = { revalidate: ["/assistant/mentoring"] };
const GoalsForm = SetGoalsInput.extend({ goals: rowsOf(GoalInput, "text") });

export const answer = formAction(requireAssistant, AnswerMentorshipInput, answerMentorship, MINE);
export const pause = formAction(requireAssistant, MentorshipInput, pauseMentorship, MINE);
export const resume = formAction(requireAssistant, MentorshipInput, resumeMentorship, MINE);
export const end = formAction(requireAssistant, EndMentorshipInput, endMentorship, MINE);
export const saveGoals = formAction(requireAssistant, GoalsForm, setGoals, MINE);
export const meet = formAction(requireAssistant, PlanMeetingInput, planMeeting, MINE);
export const closeOne = formAction(requireAssistant, CloseMeetingInput, closeMeeting, MINE);
export const note = formAction(requireAssistant, AddNoteInput, addMentoringNote, MINE);
export const limit = formAction(requireAssistant, MentorLimitInput, setMentorLimit, MINE);
export const askMentor = formAction(requireAssistant, AskForMentorInput, askForMentor, MINE);
export const sign = formAction(requireAssistant, SignOffStepInput, signOffStep, MINE);
