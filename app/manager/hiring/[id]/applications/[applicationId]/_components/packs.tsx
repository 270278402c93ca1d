import { useTranslations } from "next-intl";
import { DisclosedForm } from "@/app/_shared/forms/disclosed-form";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Select } from "@/components/ui/forms/select";
import { TextArea } from "@/components/ui/forms/text-area";
import { Section } from "@/components/ui/layout/page";
import type { PackView } from "@/lib/hiring/packs/schema";
import { askExecutive } from "../../../../actions";

type PacksProps = {
  application: { id: string };
  packs: readonly PackView[];
  executives: readonly { id: string; name: string }[];
  canAsk: boolean;
};

/** Which executives were asked about a candidate, what they answered, and a form that asks another one. */
export function Packs({ application, packs, executives, canAsk }: PacksProps) {
  const t = useTranslations("hiring.pack");
  const left = executives.filter(({ id }) => !packs.some(({ executiveId }) => executiveId === id));
  const mayAsk = canAsk && left.length > 0;
  if (packs.length === 0 && !mayAsk) return null;
  return (
    <Section title={t("title")}>
      <ul className="empty:hidden">
        {packs.map(({ id, executive, answer, words }) => (
          <li key={id} className="grid gap-1 border-b border-hair py-2">
            <p>
              {answer
                ? t("answered", { executive, answer: t(`answers.${answer}`) })
                : t("notAnswered", { executive })}
            </p>
            {words && <p className="whitespace-pre-line text-sm text-ink-2">{words}</p>}
          </li>
        ))}
      </ul>
      {mayAsk && (
        <DisclosedForm
          action={askExecutive}
          fields={{ applicationId: application.id }}
          summary={t("send")}
          submit={t("submit")}
          done={t("sent")}
          adds
        >
          <p className="text-sm text-ink-2">{t("explain")}</p>
          <Select
            name="executiveId"
            label={t("executive")}
            options={left.map(({ id, name }) => ({ value: id, label: name }))}
            isRequired
          />
          <TextArea
            name="questions"
            label={t("questions")}
            description={t("questionsHint")}
            maxLength={1000}
            isRequired={false}
          />
          <Checkbox name="hidesName" label={t("hidesName")} />
        </DisclosedForm>
      )}
    </Section>
  );
}
