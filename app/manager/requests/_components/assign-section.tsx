import { useTranslations } from "next-intl";
import { NarrowChoices } from "@/app/_shared/forms/narrow-choices";
import type { AssistantChoices } from "@/app/_shared/forms/people-choices";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { Section } from "@/components/ui/layout/page";
import type { ReceiverView } from "@/lib/requests/holders/queries-receivers";
import { givingMove } from "@/lib/requests/rules";
import type { SupportRequestView } from "@/lib/requests/schema";
import { AssignForm } from "./assign-form";
import { ProposedReceivers } from "./proposed-receivers";

type AssignSectionProps = {
  request: SupportRequestView;
  /** To whom it is best given now. */
  proposed: { receivers: readonly ReceiverView[]; most: number; away: number };
  assistants: AssistantChoices;
};

/** To whom a request is given: those who are best asked now, each with how much they have, or any other assistant. */
export function AssignSection({ request, proposed, assistants }: AssignSectionProps) {
  const t = useTranslations("requests.assign");
  if (givingMove(request.status) === null) {
    return (
      <Section title={t("title")} className="print:hidden">
        <p className="text-base text-ink-2">{t("closed")}</p>
      </Section>
    );
  }
  const { receivers, away } = proposed;
  return (
    <Section title={t("title")} className="print:hidden">
      {receivers.length > 0 && <ProposedReceivers request={request} {...proposed} />}
      {away > 0 && <p className="tnum text-xs text-ink-2">{t("away", { count: away })}</p>}
      <Disclosure tone="quiet" summary={t("other")} open={receivers.length === 0 || Boolean(assistants.q)}>
        <div className="grid gap-3 py-2">
          <NarrowChoices
            assistants={assistants}
            label={t("find")}
            action={`/manager/requests/${request.id}`}
            hint={t("findHint", { count: assistants.choices.length })}
          />
          {assistants.choices.length > 0 ? (
            <AssignForm
              key={request.version}
              request={request}
              assistants={assistants}
              suggestedId={request.assigneeId ?? ""}
            />
          ) : (
            <p className="text-base text-ink-2">{t("nobodyFound")}</p>
          )}
        </div>
      </Disclosure>
    </Section>
  );
}
