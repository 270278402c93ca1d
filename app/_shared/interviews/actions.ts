"use server";
import { requireManager, requirePerson } from "@/lib/auth/guards";
import {
  AddScorecardNoteInput,
  OpenScorecardsInput,
  SaveScorecardInput,
} from "@/lib/hiring/scorecards/schema";
import { addScorecardNote, openScorecards, saveScorecard } from "@/lib/hiring/scorecards/service";
import { formAction } from "@/lib/server/form-action";

const HERE = { revalidate: ["/manager/hiring", "/assistant/interviews", "/executive/interviews"] };

export const keepScorecard = formAction(requirePerson, SaveScorecardInput, saveScorecard, HERE);
export const addNote = formAction(requirePerson, AddScorecardNoteInput, addScorecardNote, HERE);
export const openEarly = formAction(requireManager, OpenScorecardsInput, openScorecards, HERE);
