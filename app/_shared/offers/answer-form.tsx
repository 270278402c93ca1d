"use client";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { VersionFields } from "@/app/_shared/forms/version-fields";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { buttonStyle } from "@/components/ui/forms/button-style";
import { Form, type FormProps } from "@/components/ui/forms/form";
import { TextField } from "@/components/ui/forms/text-field";
import { cx } from "@/components/ui/layout/cx";

/** Server actions that take an offer, or decline it. */
export type OfferActions = Record<"accept" | "decline", unknown>;

type AnswerFormProps = {
  offer: { id: string; version: number; executive: string };
  actions: OfferActions;
  /** The one filled button of its page. */
  isMain?: boolean;
};

/** Yes with one tap; no with one more, and a word to the manager if one likes. Works before JavaScript. */
export function AnswerForm({ offer: { id, version, executive }, actions, isMain = true }: AnswerFormProps) {
  const t = useTranslations("cover.asking");
  const refusals = useRefusalWords();
  return (
    <div className="flex flex-wrap items-start gap-2">
      <Form
        action={actions.accept as FormProps<never>["action"]}
        done={t("accepted", { executive })}
        refusals={refusals}
        className="max-md:flex-1"
      >
        <VersionFields values={{ id, version: String(version) }} />
        <Button
          type="submit"
          variant={isMain ? "primary" : "outline"}
          icon={<Check aria-hidden />}
          aria-label={t("acceptOf", { executive })}
          className="max-md:w-full"
        >
          {t("accept")}
        </Button>
      </Form>
      <details className="max-md:flex-1 open:basis-full">
        <summary
          aria-label={t("declineOf", { executive })}
          className={cx(buttonStyle(), "list-none max-md:w-full [&::-webkit-details-marker]:hidden")}
        >
          {t("decline")}
        </summary>
        <Form
          action={actions.decline as FormProps<never>["action"]}
          done={t("declined")}
          refusals={refusals}
          className="max-w-md gap-3 pt-3"
        >
          <VersionFields values={{ id, version: String(version) }} />
          <TextField name="note" label={t("note")} maxLength={300} isRequired={false} />
          <Button type="submit" className="w-fit">
            {t("sendDecline")}
          </Button>
        </Form>
      </details>
    </div>
  );
}
