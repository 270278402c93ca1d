import { useFormatter, useTranslations } from "next-intl";
import type { CaseView } from "@/lib/disputes/cases/schema";

/** What was sent, to whom, and by when they answer; it prints without a word of what it is about. */
export function Receipt({ view, handler }: { view: CaseView; handler: string }) {
  const t = useTranslations("conversations.receipt");
  const format = useFormatter();
  const { timeZone } = view;
  const moment = (at: string) => format.dateTime(new Date(at), "moment", { timeZone });
  const facts = [
    { label: t("code"), value: view.code },
    ...(view.reportedAt ? [{ label: t("sent"), value: moment(view.reportedAt) }] : []),
    { label: t("handler"), value: handler },
    ...(view.status === "reported" && view.dueAt ? [{ label: t("answer"), value: moment(view.dueAt) }] : []),
  ];
  return (
    <dl className="grid w-fit grid-cols-[auto_1fr] gap-x-4 gap-y-1 pt-1 text-base">
      {facts.map(({ label, value }) => (
        <div key={label} className="contents">
          <dt className="text-ink-2">{label}</dt>
          <dd className="tnum">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
