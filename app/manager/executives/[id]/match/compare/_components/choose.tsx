"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { TextArea } from "@/components/ui/forms/text-area";
import { firstNameOf } from "@/components/ui/layout/avatar";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { CandidatePlacement, ComparedView } from "@/lib/matching/placements/schema";
import { decidePlacementAction } from "../../actions";

type ChooseProps = {
  candidate: CandidatePlacement;
  compared: Pick<ComparedView, "executiveId" | "name" | "from" | "firstAssistantId" | "candidates">;
  day: string;
};

/** Decides for one of those compared; asks why where it isn't the first of the list. */
export function Choose({ candidate: { assistantId, name }, compared, day }: ChooseProps) {
  const t = useTranslations("matching.decide");
  const { executiveId, from, firstAssistantId, candidates } = compared;
  const words = { name: firstNameOf(name), executive: compared.name, day };
  const first = candidates.find((one) => one.assistantId === firstAssistantId)?.name;
  return (
    <Disclosure summary={t("open", words)} label={t("open", { name })}>
      <Form
        action={decidePlacementAction}
        refusals={useRefusalWords()}
        done={t("done", words)}
        className="gap-3 py-2"
      >
        <input type="hidden" name="executiveId" value={executiveId} />
        <input type="hidden" name="assistantId" value={assistantId} />
        <input type="hidden" name="from" value={from} />
        <p className="text-xs text-ink-2">{t("what", words)}</p>
        {assistantId !== firstAssistantId && (
          <TextArea
            name="reason"
            label={first ? t("reason", { first }) : t("reasonNone", words)}
            maxLength={500}
            rows={3}
            isRequired
          />
        )}
        <Button
          type="submit"
          variant={assistantId === firstAssistantId ? "primary" : "outline"}
          className="w-fit"
        >
          {t("confirm", words)}
        </Button>
      </Form>
    </Disclosure>
  );
}
