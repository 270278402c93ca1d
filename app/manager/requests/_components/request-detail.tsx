import { useFormatter, useLocale, useTranslations } from "next-intl";
import { RequestBadge } from "@/components/requests/request-list";
import { DayText } from "@/components/ui/layout/day-text";
import { Facts } from "@/components/ui/layout/facts";
import { localeOf, namesIn } from "@/lib/i18n/locales";
import type { DutyView } from "@/lib/pools/schema";
import type { SupportRequestView } from "@/lib/requests/schema";

type RequestDetailProps = { request: SupportRequestView; duties: DutyView[] };

/** All there is to say of one request. */
export function RequestDetail({ request, duties }: RequestDetailProps) {
  const t = useTranslations("requests");
  const format = useFormatter();
  const names = namesIn(localeOf(useLocale()), duties);
  const { status, executiveName, assigneeName, dutyId, priority, dueOn, createdAt, details } = request;
  const facts = [
    { label: t("facts.status"), value: <RequestBadge status={status} /> },
    { label: t("facts.executive"), value: executiveName },
    { label: t("facts.assignee"), value: assigneeName ?? t("facts.nobody") },
    { label: t("facts.duty"), value: dutyId ? (names[dutyId] ?? dutyId) : t("form.anything") },
    { label: t("facts.priority"), value: t(`priority.${priority}`) },
    { label: t("facts.due"), value: dueOn ? <DayText day={dueOn} /> : "–" },
    { label: t("facts.filed"), value: format.dateTime(new Date(createdAt), "moment") },
    { label: t("facts.details"), value: details && <p className="whitespace-pre-line">{details}</p> },
  ];
  return <Facts facts={facts.filter(({ value }) => value !== "")} />;
}
