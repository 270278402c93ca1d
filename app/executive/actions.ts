"use server";
import { WishForm } from "@/app/_shared/matching/form-input";
import { requireExecutive } from "@/lib/auth/guards";
import { keepFiles } from "@/lib/files/service";
import { setWish } from "@/lib/matching/knowledge/service";
import { RateCoverInput } from "@/lib/matching/outcomes/schema";
import { rateCover } from "@/lib/matching/outcomes/service";
import { AnswerInvitationInput } from "@/lib/meetings/replies/schema";
import { answerInvitation } from "@/lib/meetings/replies/service";
import { CommentInput } from "@/lib/requests/comments/schema";
import { commentRequest } from "@/lib/requests/comments/service";
import { TickMessageInput, UntickMessageInput } from "@/lib/requests/messages/schema";
import { tickMessage, untickMessage } from "@/lib/requests/messages/service";
import { RateRequestInput } from "@/lib/requests/ratings/schema";
import { rateRequest } from "@/lib/requests/ratings/service";
import { ChangeFromPageInput, FileFromPageInput, MoveRequestInput } from "@/lib/requests/schema";
import { cancelSupportRequest, closeRequest, reopenRequest } from "@/lib/requests/service";
import { changeRequest } from "@/lib/requests/service-changes";
import { fileFromPage } from "@/lib/requests/service-filing";
import { formAction } from "@/lib/server/form-action";
import { verbAction } from "@/lib/server/verb-action";

const MINE = { revalidate: ["/executive"] };

export const fileRequest = formAction(requireExecutive, FileFromPageInput, fileFromPage, {
  ...MINE,
  keepFiles,
});
export const sayHowCoverWas = formAction(requireExecutive, RateCoverInput, rateCover, MINE);
export const sayWishOfAssistant = formAction(requireExecutive, WishForm, setWish, MINE);
export const write = formAction(requireExecutive, CommentInput, commentRequest, { ...MINE, keepFiles });
export const tick = formAction(requireExecutive, TickMessageInput, tickMessage, MINE);
export const untick = verbAction(requireExecutive, UntickMessageInput, untickMessage, MINE);
export const close = formAction(requireExecutive, MoveRequestInput, closeRequest, MINE);
export const reopen = formAction(requireExecutive, MoveRequestInput, reopenRequest, MINE);
export const change = formAction(requireExecutive, ChangeFromPageInput, changeRequest, MINE);
export const sayHowRequestWent = formAction(requireExecutive, RateRequestInput, rateRequest, MINE);
export const cancel = formAction(requireExecutive, MoveRequestInput, cancelSupportRequest, MINE);
export const answerMeeting = formAction(requireExecutive, AnswerInvitationInput, answerInvitation, {
  revalidate: ["/executive", "/executive/meetings"],
  mayRepeat: true,
});
