"use client";
import { useTranslations } from "next-intl";
import { AssistantSelect } from "@/app/_shared/forms/assistant-select";
import type { AssistantChoices } from "@/app/_shared/forms/people-choices";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { DateField } from "@/components/ui/dates/date-field";
import { Button } from "@/components/ui/forms/button";
import { Form, FormActions } from "@/components/ui/forms/form";
import { FormDisclosure } from "@/components/ui/forms/form-disclosure";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { DayText } from "@/components/ui/layout/day-text";
import { Section } from "@/components/ui/layout/page";
import type { RestrictionView } from "@/lib/matching/schema";
import { liftRestrictionAction, restrictPairingAction } from "../restriction-actions";

type RestrictionsSectionProps = {
  executiveId: string;
  restrictions: RestrictionView[];
  assistants: AssistantChoices;
  /** Prefilled: a quarter from today. */
  reviewOn: string;
};

/** Who is not to work for the executive, and the form that names somebody else; it asks for no reason. */
export function RestrictionsSection(props: RestrictionsSectionProps) {
  const { executiveId, restrictions, assistants, reviewOn } = props;
  const t = useTranslations("people.restrictions");
  return (
    <Section title={t("title")}>
      {restrictions.length > 0 ? (
        <ul aria-label={t("title")} className="border-t border-line">
          {restrictions.map((row) => (
            <Restriction key={row.id} restriction={row} />
          ))}
        </ul>
      ) : (
        <p className="text-ink-2">{t("empty")}</p>
      )}
      <Form
        action={restrictPairingAction}
        values={{ kind: "hard", reviewOn }}
        refusals={useRefusalWords()}
        done={t("added")}
        resetWhenDone
        className="max-w-xl"
      >
        <FormDisclosure summary={t("add")}>
          <input type="hidden" name="executiveId" value={executiveId} />
          <AssistantSelect
            name="assistantId"
            label={t("assistant")}
            assistants={assistants}
            placeholder="–"
          />
          <RadioGroup
            name="kind"
            label={t("kind")}
            options={[
              { value: "hard", label: t("hard") },
              { value: "soft", label: t("soft") },
            ]}
          />
          <div className="grid gap-4 sm:grid-cols-2 sm:items-end">
            <DateField name="reviewOn" label={t("reviewOn")} description={t("reviewHint")} isRequired />
            <DateField name="expiresOn" label={t("expiresOn")} isRequired={false} />
          </div>
          <FormActions>
            <Button type="submit" variant="primary">
              {t("save")}
            </Button>
          </FormActions>
        </FormDisclosure>
      </Form>
    </Section>
  );
}

function Restriction({ restriction }: { restriction: RestrictionView }) {
  const t = useTranslations("people.restrictions");
  const { id, assistantName: name, kind, reviewOn, expiresOn } = restriction;
  return (
    <li className="border-b border-line pt-2 pb-1">
      <div className="grid gap-x-4 gap-y-0.5 text-sm md:min-h-7 md:grid-cols-[2fr_2fr_3fr] md:items-center">
        <span className="font-medium max-md:text-base">{name}</span>
        <span>{t(kind)}</span>
        <span className="text-ink-2">
          {expiresOn
            ? t.rich("until", { day: () => <DayText day={expiresOn} /> })
            : reviewOn && t.rich("review", { day: () => <DayText day={reviewOn} /> })}
        </span>
      </div>
      <Form
        action={liftRestrictionAction}
        refusals={useRefusalWords()}
        done={t("lifted", { name })}
        className="gap-2"
      >
        <FormDisclosure summary={t("lift")} label={t("liftOf", { name })}>
          <input type="hidden" name="id" value={id} />
          <p className="text-sm text-ink-2">{t("liftHint", { name })}</p>
          <Button type="submit" className="w-fit">
            {t("lift")}
          </Button>
        </FormDisclosure>
      </Form>
    </li>
  );
}
