import { useFormatter, useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/layout/avatar";
import { Section } from "@/components/ui/layout/page";
import type { CaseView } from "@/lib/disputes/cases/schema";
import { AllowForm, LetInForm } from "./person-forms";

/** Who may see the conversation, since when, and when each last looked; its people read the same list. */
export function PeoplePanel({ view, ownId }: { view: CaseView; ownId: string }) {
  const t = useTranslations("conversations.people");
  const format = useFormatter();
  const { timeZone } = view;
  const moment = (at: string) => format.dateTime(new Date(at), "moment", { timeZone });
  return (
    <Section title={t("title")} className="print:hidden">
      <ul>
        {view.people.map((person) => (
          <li
            key={person.userId}
            className="flex min-h-12 flex-wrap items-center gap-x-3 border-b border-hair py-1 last:border-0"
          >
            <Avatar name={person.name} size="small" />
            <span className="min-w-0 flex-1 text-base">
              <span className="font-medium">{person.name}</span>{" "}
              <span className="text-ink-2">{t(`as.${roleOf(person, ownId)}`)}</span>
            </span>
            <span className="tnum text-xs text-ink-2">
              {person.since === null
                ? t(person.isAllowed ? "mayKnow" : "knowsNothing")
                : person.until
                  ? t("until", { when: moment(person.until) })
                  : person.lookedAt
                    ? t("looked", { when: moment(person.lookedAt) })
                    : t("notLooked")}
            </span>
            {person.since === null && !view.closedAt && view.isWriter && !person.isAllowed && (
              <AllowForm caseId={view.id} userId={person.userId} name={person.name} />
            )}
            {person.since === null && !view.closedAt && view.role === "handler" && person.isAllowed && (
              <LetInForm caseId={view.id} userId={person.userId} name={person.name} />
            )}
          </li>
        ))}
      </ul>
      <p className="text-xs text-ink-2">{t("explain")}</p>
    </Section>
  );
}

function roleOf(
  { userId, role, isWriter }: CaseView["people"][number],
  ownId: string,
): "you" | "writer" | "handler" | "party" {
  if (userId === ownId) return "you";
  if (isWriter) return "writer";
  return role;
}
