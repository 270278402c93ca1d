"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Form } from "@/components/ui/forms/form";
import type { CoverChoice } from "@/lib/coverage/leave-cover/rules-choices";
import type { NamedGap } from "@/lib/covers/rules";
import { enrol } from "../../../actions";

/** What a booking gives here: a seat, a line of the waiting list, or one of the list of interest. */
export type Gives = "seat" | "line" | "interest";

const words = {
  seat: { done: "booked", press: "book" },
  line: { done: "waits", press: "wait" },
  interest: { done: "noted", press: "note" },
} as const;

type BookFormProps = {
  sessionId: string;
  assistantId: string;
  name: string;
  covers: readonly CoverChoice[];
  gaps: readonly NamedGap[];
  gives: Gives;
};

/** One button for the seat and its cover; what would stay open is accepted by name beside it. */
export function BookForm({ sessionId, assistantId, name, covers, gaps, gives }: BookFormProps) {
  const t = useTranslations("training.booking");
  const cover = useTranslations("cover.gaps");
  return (
    <Form action={enrol} done={t(words[gives].done, { name })} refusals={useRefusalWords()} className="gap-2">
      <input type="hidden" name="sessionId" value={sessionId} />
      <input type="hidden" name="assistantId" value={assistantId} />
      <input type="hidden" name="covers" value={JSON.stringify(covers)} />
      {gaps.length > 0 && gives === "seat" && (
        <Checkbox
          name="acceptedGaps"
          value={JSON.stringify(gaps)}
          label={cover("accept", { count: gaps.length })}
          description={cover("acceptHint", { count: gaps.length })}
        />
      )}
      <Button type="submit" variant="primary" className="w-full">
        {t(gives === "seat" && covers.length > 0 ? "bookCover" : words[gives].press, { name })}
      </Button>
    </Form>
  );
}
