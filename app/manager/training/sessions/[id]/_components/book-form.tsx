"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Form } from "@/components/ui/forms/form";
import type { CoverChoice } from "@/lib/coverage/leave-cover/rules-choices";
import type { NamedGap } from "@/lib/covers/rules";
import { enrol } from "../../../actions";

type BookFormProps = {
  sessionId: string;
  assistantId: string;
  name: string;
  covers: readonly CoverChoice[];
  gaps: readonly NamedGap[];
  isFull: boolean;
};

/** One button for the seat and its cover; what would stay open is accepted by name beside it. */
export function BookForm({ sessionId, assistantId, name, covers, gaps, isFull }: BookFormProps) {
  const t = useTranslations("training.booking");
  const cover = useTranslations("cover.gaps");
  return (
    <Form
      action={enrol}
      done={isFull ? t("waits", { name }) : t("booked", { name })}
      refusals={useRefusalWords()}
      className="gap-2"
    >
      <input type="hidden" name="sessionId" value={sessionId} />
      <input type="hidden" name="assistantId" value={assistantId} />
      <input type="hidden" name="covers" value={JSON.stringify(covers)} />
      {gaps.length > 0 && !isFull && (
        <Checkbox
          name="acceptedGaps"
          value={JSON.stringify(gaps)}
          label={cover("accept", { count: gaps.length })}
          description={cover("acceptHint", { count: gaps.length })}
        />
      )}
      <Button type="submit" variant="primary" className="w-full">
        {isFull ? t("wait", { name }) : covers.length > 0 ? t("bookCover", { name }) : t("book", { name })}
      </Button>
    </Form>
  );
}
