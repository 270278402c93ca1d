import { useTranslations } from "next-intl";
import { AssistantSelect } from "@/app/_shared/forms/assistant-select";
import type { AssistantChoices } from "@/app/_shared/forms/people-choices";
import { PlainButton } from "@/components/ui/forms/plain-button";

type ChoosePersonProps = { assistants: AssistantChoices; chosen: string | undefined };

/** Whom to give a seat: choosing shows what that would do before anything is written. */
export function ChoosePerson({ assistants, chosen }: ChoosePersonProps) {
  const t = useTranslations("training.booking");
  const common = useTranslations("common");
  return (
    <form method="get" className="flex items-end gap-2">
      <div className="min-w-0 flex-1">
        <AssistantSelect
          key={chosen}
          name="person"
          label={t("person")}
          assistants={assistants}
          placeholder={common("form.choose")}
          {...(chosen && { defaultValue: chosen })}
        />
      </div>
      <PlainButton type="submit">{t("check")}</PlainButton>
    </form>
  );
}
