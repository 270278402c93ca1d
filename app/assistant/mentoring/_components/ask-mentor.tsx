"use client";
import { useTranslations } from "next-intl";
import { TapForm } from "@/app/_shared/forms/tap-form";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { Select } from "@/components/ui/forms/select";
import { askMentor } from "../actions";

type AskMentorProps = {
  duties: { value: string; label: string }[];
  wish: { dutyId: string | null } | null;
};

/** Asks the managers for a mentor, or takes that back. */
export function AskMentor({ duties, wish }: AskMentorProps) {
  const t = useTranslations("mentoring.wish");
  const refusals = useRefusalWords();
  if (wish) {
    const duty = duties.find(({ value }) => value === wish.dutyId)?.label;
    return (
      <div className="grid gap-2">
        <p>{duty ? t("askedIn", { duty }) : t("asked")}</p>
        <TapForm action={askMentor} fields={{ isAsked: "no" }} label={t("withdraw")} done={t("withdrawn")} />
      </div>
    );
  }
  return (
    <Form action={askMentor} done={t("sent")} refusals={refusals} className="max-w-md">
      <input type="hidden" name="isAsked" value="yes" />
      <Select name="dutyId" label={t("duty")} options={duties} placeholder={t("any")} />
      <Button type="submit" className="w-fit">
        {t("ask")}
      </Button>
    </Form>
  );
}
