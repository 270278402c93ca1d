"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Form } from "@/components/ui/forms/form";
import { PlainButton } from "@/components/ui/forms/plain-button";
import type { OfficeMeetingView } from "@/lib/meetings/schema";
import { settle } from "../actions";

type SettleButtonProps = {
  meeting: OfficeMeetingView;
  startsAt: string;
  words: { day: string; hours: string };
  isBest: boolean;
};

/** Settles the meeting on one of the times asked about. */
export function SettleButton({ meeting: { id, version }, startsAt, words, isBest }: SettleButtonProps) {
  const t = useTranslations("meetings.poll");
  return (
    <Form action={settle} refusals={useRefusalWords()} className="mt-1 gap-1">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="startsAt" value={startsAt} />
      <PlainButton
        type="submit"
        variant={isBest ? "primary" : "outline"}
        className="w-fit"
        aria-label={t("settleOn", words)}
      >
        {t("settle")}
      </PlainButton>
    </Form>
  );
}
