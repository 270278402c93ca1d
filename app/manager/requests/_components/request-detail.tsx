import { useFormatter, useLocale, useTranslations } from "next-intl";
import { usePromise } from "@/components/requests/use-promise";
import { DayText } from "@/components/ui/layout/day-text";
import { Facts } from "@/components/ui/layout/facts";
import { localeOf, namesIn } from "@/lib/i18n/locales";
import type { DutyView } from "@/lib/pools/schema";
import type { SupportRequestView } from "@/lib/requests/schema";

type RequestDetailProps = { request: SupportRequestView; duties: DutyView[] };

/** True for an open request that goes back to the executive's own assistant. */
function isElsewhere({ heldBecause, homeAssistantId, assigneeId, status }: SupportRequestView): boolean {
  const isOver = ["resolved", "closed", "cancelled"].includes(status);
  return !isOver && homeAssistantId !== assigneeId && (heldBecause === "cover" || heldBecause === "backup");
}

function Holder({ request: { assigneeName, heldBecause } }: { request: SupportRequestView }) {
  const t = useTranslations("requests");
  if (!assigneeName) return t("facts.nobody");
  const because = heldBecause && heldBecause !== "own" ? t(`because.${heldBecause}`) : null;
  return because ? `${assigneeName}, ${because}` : assigneeName;
}

/** All there is to say of one request. */
export function RequestDetail({ request, duties }: RequestDetailProps) {
  const t = useTranslations("requests");
  const format = useFormatter();
  const promise = usePromise()(request);
  const names = namesIn(localeOf(useLocale()), duties);
  const { executiveName, dutyId, priority, dueOn, createdAt, details } = request;
  const facts = [
    { label: t("facts.executive"), value: executiveName },
    { label: t("facts.assignee"), value: <Holder request={request} /> },
    { label: t("facts.home"), value: isElsewhere(request) ? request.homeAssistantName : "" },
    { label: t("facts.duty"), value: dutyId ? (names[dutyId] ?? dutyId) : t("form.anything") },
    { label: t("facts.priority"), value: t(`priority.${priority}`) },
    { label: t("facts.due"), value: dueOn ? <DayText day={dueOn} /> : "–" },
    { label: t("facts.promise"), value: promise?.words ?? "" },
    { label: t("facts.filed"), value: format.dateTime(new Date(createdAt), "moment") },
    { label: t("facts.details"), value: details && <p className="whitespace-pre-line">{details}</p> },
  ];
  return <Facts facts={facts.filter(({ value }) => value !== "")} />;
}
