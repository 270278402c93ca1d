"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { EnrolmentView } from "@/lib/training/enrolments/schema";
import { giveBack } from "../../../actions";

/** Giving a seat back asks first: the question opens in seat, with what it will do. */
export function GiveBack({ enrolment: { id, version, assistantName: name } }: { enrolment: EnrolmentView }) {
  const t = useTranslations("training.giveBack");
  return (
    <Disclosure tone="quiet" summary={t("open")} label={t("openOf", { name })}>
      <Form
        action={giveBack}
        done={t("done", { name })}
        refusals={useRefusalWords()}
        className="gap-2 py-1 text-sm"
      >
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <p className="text-ink-2">{t("explain", { name })}</p>
        <Button type="submit" variant="danger" className="w-fit">
          {t("confirm")}
        </Button>
      </Form>
    </Disclosure>
  );
}
