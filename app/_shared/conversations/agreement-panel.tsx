import { Check } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/ui/layout/page";
import type { CaseView } from "@/lib/disputes/cases/schema";

/** What was agreed, or is to be: its terms, and who has signed this version. */
export function AgreementPanel({ view }: { view: CaseView }) {
  const t = useTranslations("conversations.agreement");
  const format = useFormatter();
  const { agreement } = view.mediation;
  if (!agreement) return null;
  const nameOf = (id: string | null) => view.people.find(({ userId }) => userId === id)?.name ?? "";
  const day = (on: string) => format.dateTime(new Date(`${on}T00:00:00Z`), "day", { timeZone: "UTC" });
  const moment = (at: string) => format.dateTime(new Date(at), "day", { timeZone: view.timeZone });
  return (
    <Section
      title={t("title")}
      meta={t(agreement.inForceAt ? "inForce" : "proposedAs", {
        edition: agreement.edition,
        when: moment(agreement.inForceAt ?? agreement.proposedAt),
      })}
    >
      <ol className="print:text-base">
        {agreement.terms.map(({ words, whoId, untilOn }, i) => (
          <li key={words} className="flex gap-3 border-b border-hair py-2.5 text-base">
            <span className="tnum w-4 shrink-0 text-ink-2">{i + 1}</span>
            <span className="grid">
              <span>{words}</span>
              {(whoId || untilOn) && (
                <span className="text-sm text-ink-2">
                  {t("meta", { who: whoId ? nameOf(whoId) : "none", until: untilOn ? day(untilOn) : "none" })}
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {agreement.signatures.map(({ userId, at }) => (
          <li key={userId} className="flex items-center gap-1.5 text-sm text-ink-2">
            <Check aria-hidden className="size-4 text-accent" />
            {t("signedBy", { name: nameOf(userId), when: moment(at) })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
