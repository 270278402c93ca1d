"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { Select } from "@/components/ui/forms/select";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { EnrolmentView } from "@/lib/training/enrolments/schema";
import { goToSession } from "../../../actions";

type OtherSessionProps = {
  enrolment: EnrolmentView;
  sessions: readonly { value: string; label: string }[];
};

/** Moves a participant to another session of the course, in one act. */
export function OtherSession({
  enrolment: { id, version, assistantName: name },
  sessions,
}: OtherSessionProps) {
  const t = useTranslations("training.otherSession");
  const common = useTranslations("common");
  return (
    <Disclosure tone="quiet" summary={t("open")} label={t("openOf", { name })}>
      <Form
        action={goToSession}
        done={t("done", { name })}
        refusals={useRefusalWords()}
        className="gap-2 py-1 text-sm"
      >
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <p className="text-ink-2">{t("explain")}</p>
        <Select
          name="sessionId"
          label={t("to")}
          placeholder={common("form.choose")}
          options={[...sessions]}
          isRequired
        />
        <Button type="submit" className="w-fit">
          {t("submit")}
        </Button>
      </Form>
    </Disclosure>
  );
}
