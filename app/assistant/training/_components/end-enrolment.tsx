"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { EnrolmentView } from "@/lib/training/enrolments/schema";
import { giveBack } from "../actions";

type EndEnrolmentProps = { enrolment: EnrolmentView; kind: "booked" | "asked" };

/** Can't come, or no longer wants to: it opens in seat and says what it does. */
export function EndEnrolment({ enrolment: { id, version, course }, kind }: EndEnrolmentProps) {
  const t = useTranslations("training.mine.end");
  return (
    <Disclosure
      tone={kind === "booked" ? "strong" : "quiet"}
      summary={t(`${kind}.open`)}
      label={t(`${kind}.openOf`, { course })}
      className="open:col-span-full"
    >
      <Form
        action={giveBack}
        done={t(`${kind}.done`, { course })}
        refusals={useRefusalWords()}
        className="gap-2 py-1"
      >
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <p className="text-sm text-ink-2">{t(`${kind}.explain`)}</p>
        <Button type="submit" variant={kind === "booked" ? "danger" : "outline"} className="w-fit">
          {t(`${kind}.confirm`)}
        </Button>
      </Form>
    </Disclosure>
  );
}
