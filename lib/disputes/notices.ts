import { declareNotice, declareNotices } from "@/lib/notices/schema";

/** That something waits, in the same words for all that can: no name, no topic, no code, and nothing to tell two of them apart. */
export const disputeNotice = declareNotices({
  conversation_waiting: declareNotice({
    params: {},
    audience: {
      manager: () => "/manager/conversations",
      assistant: () => "/assistant/conversations",
      executive: () => "/executive/conversations",
    },
    urgency: "now",
    icon: "conversation",
    channels: ["app", "mail", "digest"],
    mayBeOff: false,
    isPrivate: true,
  }),
});
