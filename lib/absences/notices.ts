import { z } from "zod";
import { IdFact, publicText } from "@/lib/facts";
import { declareNotice, declareNotices, type NoticeIcon, RangeFact } from "@/lib/notices/schema";
import { ABSENCE_STATUSES } from "./requests/rules-statuses";

const DELIVERY = { channels: ["app", "mail", "digest"], mayBeOff: true } as const;

const OWN = { absenceId: IdFact, range: RangeFact };
const OF_OTHERS = { ...OWN, name: publicText("name of a person") };

const toOwnLeave = () => "/assistant/absences";
const toAbsence = ({ absenceId }: { absenceId: string }) => `/manager/absences/${absenceId}`;

function forDeciders(icon: NoticeIcon) {
  return declareNotice({
    params: OF_OTHERS,
    audience: { manager: toAbsence },
    urgency: "normal",
    icon,
    ...DELIVERY,
  });
}

function forOwnerAndDeciders(icon: NoticeIcon) {
  return declareNotice({
    params: OF_OTHERS,
    audience: { manager: toAbsence, assistant: toOwnLeave },
    urgency: "normal",
    icon,
    ...DELIVERY,
  });
}

function forDeputyship(icon: NoticeIcon) {
  return declareNotice({
    params: {
      name: publicText("name of a person"),
      deputy: publicText("name of a person"),
      range: RangeFact,
    },
    audience: { manager: () => "/manager/absences/settings" },
    urgency: "normal",
    icon,
    ...DELIVERY,
    mayBeOff: false,
  });
}

/** What is told of absences: who and when, never the kind of leave or a reason. */
export const absenceNotice = declareNotices({
  absence_decided: declareNotice({
    params: { ...OWN, status: z.enum(ABSENCE_STATUSES) },
    audience: { assistant: toOwnLeave },
    urgency: "normal",
    icon: "leave_decided",
    ...DELIVERY,
  }),
  absence_requested: forDeciders("leave_asked"),
  absence_entered: forDeciders("leave_decided"),
  absence_changed: forOwnerAndDeciders("leave_asked"),
  absence_resumed: forOwnerAndDeciders("leave_decided"),
  absence_withdrawn: forDeciders("leave_ended"),
  cancellation_asked: forDeciders("leave_asked"),
  deputy_named: forDeputyship("leave_asked"),
  deputy_removed: forDeputyship("leave_ended"),
  cancellation_refused: declareNotice({
    params: OWN,
    audience: { assistant: toOwnLeave },
    urgency: "normal",
    icon: "leave_ended",
    ...DELIVERY,
  }),
});
