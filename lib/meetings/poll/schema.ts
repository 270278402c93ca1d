import { z } from "zod";
import { manyLines } from "@/lib/text";
import { MEETING_ANSWERS } from "../rules-choices";

/** What somebody answers with the link of their own. */
export const VoteInput = z.strictObject({
  token: z.string().max(300),
  answers: z.record(z.uuid(), z.enum(MEETING_ANSWERS)).default({}),
  note: manyLines(500).default(""),
});
export type VoteInput = z.infer<typeof VoteInput>;

/** A poll as one of those sees it who are asked: their own answers, nobody else's. */
export type OwnPollView = {
  title: string;
  place: string;
  minutes: number;
  timeZone: string;
  executiveName: string;
  name: string;
  note: string;
  hasAnswered: boolean;
  state: "open" | "confirmed" | "over";
  startsAt: string | null;
  options: { id: string; startsAt: string; answer: (typeof MEETING_ANSWERS)[number] | null }[];
};
