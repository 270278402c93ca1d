"use client";
import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { VersionFields } from "@/app/_shared/forms/version-fields";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { FormDisclosure } from "@/components/ui/forms/form-disclosure";
import { TextField } from "@/components/ui/forms/text-field";
import { accept, decline } from "../../cover-actions";

type AnswerFormProps = { offer: { id: string; version: number; executive: string } };

/** Yes with one tap; no with one more, and a word to the manager if one likes. */
export function AnswerForm({ offer: { id, version, executive } }: AnswerFormProps) {
  const t = useTranslations("cover.asking");
  const refusals = useRefusalWords();
  return (
    <div className="grid gap-1">
      <Form action={accept} done={t("accepted", { executive })} refusals={refusals}>
        <VersionFields values={{ id, version: String(version) }} />
        <Button
          type="submit"
          variant="primary"
          icon={<Check aria-hidden />}
          aria-label={t("acceptOf", { executive })}
          className="max-sm:w-full"
        >
          {t("accept")}
        </Button>
      </Form>
      <Form action={decline} done={t("declined")} refusals={refusals}>
        <VersionFields values={{ id, version: String(version) }} />
        <FormDisclosure summary={t("decline")} label={t("declineOf", { executive })}>
          <TextField name="note" label={t("note")} maxLength={300} isRequired={false} />
          <Button type="submit" icon={<X aria-hidden />} className="w-fit">
            {t("decline")}
          </Button>
        </FormDisclosure>
      </Form>
    </div>
  );
}
