"use client";
import { Handshake } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import type { PriorityAgreementView } from "@/lib/requests/agreements/schema";
import { decide } from "../actions";

/** What two executives each have agreed on, or a manager has decided for them. */
export function AgreementList({ agreements }: { agreements: PriorityAgreementView[] }) {
  const t = useTranslations("requests.agreements");
  return (
    <ul aria-label={t("title")} className="-mx-(--edge) border-t border-line">
      {agreements.map((agreement) => (
        <li key={agreement.id} className="row">
          <div className="min-w-0">
            <p className="truncate text-sm font-medium">
              {t("pair", { first: agreement.executiveName, second: agreement.otherName })}
            </p>
            <p className="text-xs text-ink-2 [overflow-wrap:anywhere]">
              <Handshake aria-hidden className="mr-1.5 inline size-3.5 text-ink-3" />
              {[t(`rule.${agreement.rule}`, namesOf(agreement)), stateOf(agreement)].join(" · ")}
            </p>
          </div>
          <EndAgreement agreement={agreement} />
        </li>
      ))}
    </ul>
  );

  function stateOf({ decidedByName, word, isInForce, agreedByIds, ...pair }: PriorityAgreementView): string {
    if (decidedByName) return t("decided", { name: decidedByName, word });
    if (isInForce) return t("agreed");
    const isFirst = agreedByIds.includes(pair.executiveId);
    return t("waits", { name: isFirst ? pair.otherName : pair.executiveName });
  }
}

function namesOf({ executiveName, otherName }: PriorityAgreementView) {
  return { first: executiveName, second: otherName };
}

function EndAgreement({ agreement }: { agreement: PriorityAgreementView }) {
  const t = useTranslations("requests.agreements");
  return (
    <Form action={decide} done={t("ended")} refusals={useRefusalWords()} className="gap-1">
      <input type="hidden" name="executiveId" value={agreement.executiveId} />
      <input type="hidden" name="otherId" value={agreement.otherId} />
      <Button type="submit" variant="ghost" aria-label={t("endOf", namesOf(agreement))}>
        {t("end")}
      </Button>
    </Form>
  );
}
