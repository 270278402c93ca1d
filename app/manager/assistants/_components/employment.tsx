import { useTranslations } from "next-intl";
import { MailLink, PhoneLink } from "@/components/ui/layout/contact-links";
import { DayText } from "@/components/ui/layout/day-text";
import { Facts } from "@/components/ui/layout/facts";
import type { AssistantView } from "@/lib/assistants/schema";

/** Where and how much an assistant works, and how to reach them. */
export function Employment({ assistant }: { assistant: AssistantView }) {
  const t = useTranslations("people");
  const { email, phone, seniority, ftePercent, site, hiredOn, leavesOn } = assistant;
  const facts = [
    { label: t("fields.email"), value: <MailLink email={email} /> },
    { label: t("fields.phone"), value: phone ? <PhoneLink phone={phone} /> : t("fields.none") },
    { label: t("fields.seniority"), value: t(`seniority.${seniority}`) },
    { label: t("fields.fte"), value: t("assistants.fteShort", { fte: ftePercent }) },
    { label: t("fields.site"), value: site || t("fields.none") },
    { label: t("fields.hiredOn"), value: hiredOn ? <DayText day={hiredOn} /> : t("fields.none") },
    ...(leavesOn ? [{ label: t("fields.leavesOn"), value: <DayText day={leavesOn} /> }] : []),
  ];
  return <Facts facts={facts} />;
}
