"use client";
import { Check, CornerUpLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Form } from "@/components/ui/forms/form";
import { PlainButton } from "@/components/ui/forms/plain-button";
import { TextArea } from "@/components/ui/forms/text-area";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { PageFoot } from "@/components/ui/layout/page-foot";
import { approve, giveBack } from "../actions";

type DecideProps = { id: string; version: number; number: number };

/** Approves exactly the version that is shown, or returns it with what should change; at the foot, where the thumb is. */
export function DecideLetter({ id, version, number }: DecideProps) {
  const t = useTranslations("letters.approve");
  const refusals = useRefusalWords();
  const read = (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  );
  return (
    <PageFoot>
      <Form action={approve} refusals={refusals} className="gap-1">
        {read}
        <PlainButton type="submit" variant="primary" className="h-11 w-full">
          <Check aria-hidden />
          {t("approve", { number })}
        </PlainButton>
      </Form>
      <Disclosure
        summary={
          <span className="inline-flex items-center gap-1.5">
            <CornerUpLeft aria-hidden className="size-4" />
            {t("return")}
          </span>
        }
      >
        <Form action={giveBack} refusals={refusals} className="gap-2 pt-1">
          {read}
          <TextArea name="remarks" label={t("remarks")} maxLength={2000} rows={2} isRequired />
          <PlainButton type="submit" className="h-11">
            {t("returnNow")}
          </PlainButton>
        </Form>
      </Disclosure>
    </PageFoot>
  );
}
