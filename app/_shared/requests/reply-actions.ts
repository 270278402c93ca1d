"use server";
import { requirePerson } from "@/lib/auth/guards";
import { AddReplyInput, ChangeReplyInput, ReplyIdInput } from "@/lib/requests/replies/schema";
import { addReply, changeReply, removeReply } from "@/lib/requests/replies/service";
import { formAction } from "@/lib/server/form-action";

const LISTED = { revalidate: ["/assistant/requests", "/manager/requests/replies"] };

export const add = formAction(requirePerson, AddReplyInput, addReply, LISTED);
export const change = formAction(requirePerson, ChangeReplyInput, changeReply, LISTED);
export const remove = formAction(requirePerson, ReplyIdInput, removeReply, LISTED);
