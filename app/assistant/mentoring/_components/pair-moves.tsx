"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { RowButton } from "@/components/ui/forms/row-button";
import { TextField } from "@/components/ui/forms/text-field";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { MentorshipView } from "@/lib/mentoring/pairs/schema";
import { end, pause, resume } from "../actions";

/** Lets a mentorship rest or go on, and ends it with three questions. */
export function PairMoves({ pair: { id, version, status } }: { pair: MentorshipView }) {
  const t = useTranslations("mentoring");
  const refusals = useRefusalWords();
  const rest = status === "paused" ? "resume" : "pause";
  const asRead = (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  );
  return (
    <div className="flex flex-wrap items-start gap-4">
      <Form
        key={rest}
        action={rest === "resume" ? resume : pause}
        done={t(`${rest}.done`)}
        refusals={refusals}
      >
        {asRead}
        <RowButton label={t(`${rest}.open`)}>{t(`${rest}.open`)}</RowButton>
      </Form>
      <Disclosure tone="quiet" summary={t("end.open")} className="open:basis-full">
        <Form action={end} done={t("end.done")} refusals={refusals} className="max-w-xl gap-2 py-1">
          {asRead}
          <p className="text-sm text-ink-2">{t("end.explain")}</p>
          <TextField name="helped" label={t("end.helped")} maxLength={300} />
          <TextField name="missed" label={t("end.missed")} maxLength={300} />
          <TextField name="goesOn" label={t("end.goesOn")} maxLength={300} />
          <Button type="submit" variant="danger" className="w-fit">
            {t("end.confirm")}
          </Button>
        </Form>
      </Disclosure>
    </div>
  );
}
