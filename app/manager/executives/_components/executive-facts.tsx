import { useTranslations } from "next-intl";
import { MailLink, PhoneLink } from "@/components/ui/layout/contact-links";
import { DayText } from "@/components/ui/layout/day-text";
import { Facts } from "@/components/ui/layout/facts";
import type { ExecutiveView } from "@/lib/executives/schema";

/** Where an executive works, and how to reach them. */
export function ExecutiveFacts({ executive }: { executive: ExecutiveView }) {
  const t = useTranslations("people");
  const { email, phone, title, department, tier, site, onsite, leavesOn } = executive;
  const none = t("fields.none");
  const facts = [
    { label: t("fields.email"), value: <MailLink email={email} /> },
    { label: t("fields.phone"), value: phone ? <PhoneLink phone={phone} /> : none },
    { label: t("fields.title"), value: title || none },
    { label: t("fields.department"), value: department || none },
    { label: t("fields.tier"), value: tier },
    { label: t("fields.site"), value: site || none },
    { label: t("executives.cover"), value: onsite ? t("executives.onsiteYes") : t("executives.onsiteNo") },
    ...(leavesOn ? [{ label: t("fields.leavesOn"), value: <DayText day={leavesOn} /> }] : []),
  ];
  return <Facts facts={facts} />;
}
