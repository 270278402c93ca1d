"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { DateField } from "@/components/ui/dates/date-field";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { NumberField } from "@/components/ui/forms/text-field";
import { firstNameOf } from "@/components/ui/layout/avatar";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { CandidatePlacement } from "@/lib/matching/placements/schema";
import { MOST_TRIAL_WEEKS } from "@/lib/matching/trials/rules";
import { tryOutAction } from "../../actions";

type TryOutProps = {
  candidate: Pick<CandidatePlacement, "assistantId" | "name">;
  executiveId: string;
  from: string;
};

const USUAL_WEEKS = "4";

/** Proposes that one of those compared tries working with the executive for some weeks. */
export function TryOut({ candidate: { assistantId, name }, executiveId, from }: TryOutProps) {
  const t = useTranslations("matching.trial");
  const words = { name: firstNameOf(name) };
  return (
    <Disclosure summary={t("open", words)} label={t("open", { name })}>
      <Form
        action={tryOutAction}
        values={{ from, weeks: USUAL_WEEKS }}
        refusals={useRefusalWords()}
        done={t("proposedDone")}
        className="gap-3 py-2"
      >
        <input type="hidden" name="executiveId" value={executiveId} />
        <input type="hidden" name="assistantId" value={assistantId} />
        <p className="text-xs text-ink-2">{t("what")}</p>
        <DateField name="from" label={t("from")} isRequired />
        <NumberField name="weeks" label={t("weeks")} min={1} max={MOST_TRIAL_WEEKS} isRequired />
        <Button type="submit" className="w-fit">
          {t("propose", words)}
        </Button>
      </Form>
    </Disclosure>
  );
}
