import { useFormatter, useTranslations } from "next-intl";
import { DayText } from "@/components/ui/layout/day-text";
import type { SupportAssignmentView } from "@/lib/support/schema";

/** Primary, shared, or which of the backups. */
export function SupportRoleWord({ support }: { support: SupportAssignmentView }) {
  const t = useTranslations("people.role");
  return support.role === "backup" ? `${t("backup")} ${support.rank}` : t(support.role);
}

type SupportDutiesProps = { support: SupportAssignmentView; dutyNames: Record<string, string> };

/** The duties support is for, by name; all of them where none is named. */
export function SupportDuties({ support: { dutyIds }, dutyNames }: SupportDutiesProps) {
  const t = useTranslations("people.support");
  const format = useFormatter();
  if (dutyIds.length === 0) return <span className="text-ink-2">{t("allDuties")}</span>;
  return format.list(
    dutyIds.map((id) => dutyNames[id] ?? id),
    { type: "unit" },
  );
}

/** From when to when; without an end, since when. */
export function SupportTerm({ support: { from, to } }: { support: SupportAssignmentView }) {
  const t = useTranslations("people");
  if (to === null) return t.rich("weekFrom", { day: () => <DayText day={from} /> });
  return (
    <>
      <DayText day={from} /> – <DayText day={to} />
    </>
  );
}

/** Whether support is over, in force or to come. */
export function SupportPhase({ phase }: { phase: "past" | "current" | "upcoming" }) {
  const t = useTranslations("people.support.phase");
  return <span className={phase === "current" ? "font-medium" : "text-ink-2"}>{t(phase)}</span>;
}
