import { IdFact, MomentFact, publicText } from "@/lib/facts";
import { declareNotice, declareNotices } from "./schema";

const TOKENS = (area: string) => () => `/${area}/security/tokens`;

/** What people are told of their own account. */
export const accountNotice = declareNotices({
  api_token_ending: declareNotice({
    params: { tokenId: IdFact, name: publicText("label of a token"), ends: MomentFact },
    audience: {
      manager: TOKENS("manager"),
      assistant: TOKENS("assistant"),
      executive: TOKENS("executive"),
      admin: TOKENS("admin"),
    },
    urgency: "normal",
    icon: "account",
    channels: ["app", "mail", "digest"],
    mayBeOff: false,
  }),
  webhook_ended: declareNotice({
    params: { webhookId: IdFact, name: publicText("label of a webhook") },
    audience: { admin: ({ webhookId }) => `/admin/webhooks/${webhookId}` },
    urgency: "now",
    icon: "account",
    channels: ["app", "mail", "digest"],
    mayBeOff: false,
  }),
});
