"use server";
import { VoteInput } from "@/lib/meetings/poll/schema";
import { voteOnMeeting } from "@/lib/meetings/poll/service";
import { publicAction } from "@/lib/server/public-action";

export const vote = publicAction(VoteInput, voteOnMeeting);
