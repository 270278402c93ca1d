import { IdFact, publicText } from "@/lib/facts";
import { declareNotice, declareNotices, type NoticeIcon, RangeFact } from "@/lib/notices/schema";

const PARAMS = { handoverId: IdFact, executive: publicText("name of a person"), range: RangeFact };

const DELIVERY = { channels: ["app", "mail", "digest"], mayBeOff: true } as const;

const toAssistant = ({ handoverId }: { handoverId: string }) => `/assistant/handovers/${handoverId}`;
const toManager = ({ handoverId }: { handoverId: string }) => `/manager/handovers/${handoverId}`;

function forAssistants(icon: NoticeIcon = "handover") {
  const audience = { assistant: toAssistant };
  return declareNotice({ params: PARAMS, audience, urgency: "normal", icon, ...DELIVERY });
}

function forManagersToo(icon: NoticeIcon = "handover") {
  const audience = { assistant: toAssistant, manager: toManager };
  return declareNotice({ params: PARAMS, audience, urgency: "now", icon, ...DELIVERY });
}

/** What is told of a handover: for whom and when, never what is written in it. */
export const handoverNotice = declareNotices({
  handover_drafted: forAssistants(),
  handover_ready: forAssistants(),
  handover_acknowledged: forAssistants(),
  handover_question: forManagersToo(),
  handover_answered: forAssistants(),
  handover_handed_back: forAssistants(),
  access_not_granted: forManagersToo("access"),
  access_not_withdrawn: forManagersToo("access"),
});

export type HandoverNoticeKind = keyof typeof handoverNotice.declared;
