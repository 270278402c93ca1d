"use client";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { FormDisclosure } from "@/components/ui/forms/form-disclosure";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { TextField } from "@/components/ui/forms/text-field";
import type { ShiftRequestKind } from "@/lib/schedules/swaps/rules";
import { approve, deny } from "../actions";

type DecisionFormProps = {
  id: string;
  version: number;
  kind: ShiftRequestKind;
  /** Whom of several an open shift goes to. */
  assistantId: string | null;
  /** The rules that need a reason: the field of each and its sentence. */
  reasons: readonly { name: string; label: string }[];
  /** The covers that break by it: the field of each and what it is about. */
  covers: readonly { name: string; label: string }[];
  /** Why it can't be approved at all. */
  refused: string | null;
};

/** Approves a request, with a reason under each rule it breaks, or denies it with a word. */
export function DecisionForm({
  id,
  version,
  kind,
  assistantId,
  reasons,
  covers,
  refused,
}: DecisionFormProps) {
  const t = useTranslations("schedule.swaps");
  const publish = useTranslations("schedule.publish");
  const refusals = useRefusalWords();
  const common = (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  );
  return (
    <div className="grid gap-1">
      {refused ? (
        <p className="text-sm font-medium text-gap-ink">{t("cannot", { why: refused })}</p>
      ) : (
        <Form action={approve} done={t("approved")} refusals={refusals} className="gap-2">
          {common}
          {assistantId && <input type="hidden" name="assistantId" value={assistantId} />}
          {reasons.map(({ name, label }) => (
            <TextField
              key={name}
              name={name}
              label={label}
              placeholder={t("why")}
              maxLength={200}
              isRequired
            />
          ))}
          {covers.map(({ name, label }) => (
            <RadioGroup
              key={name}
              name={name}
              label={label}
              appearance="segmented"
              isRequired
              options={(["keep", "release"] as const).map((value) => ({ value, label: publish(value) }))}
            />
          ))}
          <Button type="submit" variant="primary" icon={<Check aria-hidden />} data-decide className="w-fit">
            {t(`approveKind.${kind}`)}
          </Button>
        </Form>
      )}
      <Form action={deny} done={t("denied")} refusals={refusals} className="gap-2">
        {common}
        <FormDisclosure summary={t("deny")}>
          <TextField name="note" label={t("note")} maxLength={200} isRequired={false} />
          <Button type="submit" className="w-fit">
            {t("denyDo")}
          </Button>
        </FormDisclosure>
      </Form>
    </div>
  );
}
