import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/ui/layout/page";
import type { CaseView } from "@/lib/disputes/cases/schema";

/** How it goes, as each has said alone; for the handler. */
export function CheckInList({ view }: { view: CaseView }) {
  const t = useTranslations("conversations.checkIn");
  const format = useFormatter();
  const { checkIns } = view.mediation;
  if (checkIns.length === 0) return null;
  const nameOf = (id: string) => view.people.find(({ userId }) => userId === id)?.name ?? "";
  return (
    <Section title={t("title")} className="print:hidden">
      <ul>
        {checkIns.map(({ id, userId, dueOn, feeling, words }) => (
          <li key={id} className="flex gap-3 border-b border-hair py-2 text-base last:border-0">
            <span className="tnum w-16 shrink-0 text-sm text-ink-2">
              {format.dateTime(new Date(`${dueOn}T00:00:00Z`), "day", { timeZone: "UTC" })}
            </span>
            <span className="grid min-w-0 flex-1">
              <span>{nameOf(userId)}</span>
              {words && <span className="text-sm text-ink-2">{words}</span>}
            </span>
            <span className={feeling === "worse" ? "text-sm font-semibold" : "text-sm text-ink-2"}>
              {feeling ? t(`feelings.${feeling}`) : t("noAnswer")}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
