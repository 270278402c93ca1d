import { useTranslations } from "next-intl";
import { AssistantSelect } from "@/app/_shared/forms/assistant-select";
import type { AssistantChoices } from "@/app/_shared/forms/people-choices";
import { PlainButton } from "@/components/ui/forms/plain-button";
import { Select } from "@/components/ui/forms/select";

type FindMentorsProps = {
  assistants: AssistantChoices;
  duties: { value: string; label: string }[];
  asked: { learner?: string | undefined; duties: readonly string[] };
};

const MOST_DUTIES = 2;

/** Who learns what: it shows the mentors before anybody is asked. */
export function FindMentors({ assistants, duties, asked }: FindMentorsProps) {
  const t = useTranslations("mentoring.pool");
  const common = useTranslations("common");
  return (
    <form method="get" className="grid max-w-xl gap-3">
      <AssistantSelect
        key={asked.learner}
        name="learner"
        label={t("learner")}
        assistants={assistants}
        placeholder={common("form.choose")}
        {...(asked.learner && { defaultValue: asked.learner })}
      />
      {Array.from({ length: MOST_DUTIES }, (_, i) => (
        <Select
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its number
          key={i}
          name={`duty${i + 1}`}
          label={t("duty", { row: i + 1 })}
          placeholder={common("form.choose")}
          options={duties}
          {...(asked.duties[i] && { defaultValue: asked.duties[i] })}
        />
      ))}
      <PlainButton type="submit" className="w-fit">
        {t("show")}
      </PlainButton>
    </form>
  );
}
