import { z } from "zod";
import { MEETING_REPLIES } from "../rules-choices";

/** What one who takes part answers to a settled meeting. */
export const AnswerInvitationInput = z.strictObject({ id: z.uuid(), reply: z.enum(MEETING_REPLIES) });
export type AnswerInvitationInput = z.infer<typeof AnswerInvitationInput>;
