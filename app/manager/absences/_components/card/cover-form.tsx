"use client";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { useUndoable } from "@/components/refusals/use-undoable";
import { Button } from "@/components/ui/forms/button";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Form } from "@/components/ui/forms/form";
import { FormDisclosure } from "@/components/ui/forms/form-disclosure";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { TextField } from "@/components/ui/forms/text-field";
import { notify } from "@/components/ui/overlays/toast";
import type { AbsenceCard } from "@/lib/coverage/leave-cover/queries";
import { approve, cover, undo } from "../../actions";

type CoverFormProps = { card: AbsenceCard; kind: "approve" | "cover" };

/** One button for leave and cover, or for the cover of what stands; what stays open is accepted by name beside it. */
export function CoverForm({ card, kind }: CoverFormProps) {
  const t = useTranslations("cover");
  const { absence, covers, gaps } = card;
  const name = absence.assistantName;
  const refusals = useRefusalWords();
  const named = gaps.map(({ executiveId, on, part }) => ({ executiveId, on, part }));
  const done = useDone(kind, name);
  return (
    <Form
      action={kind === "approve" ? approve : cover}
      refusals={refusals}
      onDone={done}
      aria-label={t("decide.title")}
      className="gap-2"
    >
      <input type="hidden" name="id" value={absence.id} />
      <input type="hidden" name="version" value={absence.version} />
      <input type="hidden" name="covers" value={JSON.stringify(covers)} />
      {gaps.length > 0 && (
        <Checkbox
          name="acceptedGaps"
          value={JSON.stringify(named)}
          label={t("gaps.accept", { count: gaps.length })}
          description={t("gaps.acceptHint", { count: gaps.length })}
        />
      )}
      <Button
        type="submit"
        variant="primary"
        icon={<Check aria-hidden />}
        className="max-sm:w-full max-sm:text-base sm:w-fit"
        data-decide
      >
        {t(labelOf(kind, covers.length))}
      </Button>
      {(covers.length > 0 || kind === "approve") && (
        <FormDisclosure summary={t(kind === "approve" ? "decide.moreApprove" : "decide.more")}>
          {covers.length > 0 && (
            <RadioGroup
              name="asOffers"
              label={t("decide.how")}
              description={t("decide.askHint")}
              appearance="segmented"
              defaultValue="now"
              options={[
                { value: "now", label: t("decide.now") },
                { value: "ask", label: t("decide.ask") },
              ]}
            />
          )}
          {kind === "approve" && (
            <TextField name="note" label={t("decide.note", { name })} maxLength={500} isRequired={false} />
          )}
        </FormDisclosure>
      )}
    </Form>
  );
}

function labelOf(kind: CoverFormProps["kind"], covers: number) {
  if (kind === "approve") return covers > 0 ? "decide.approveCover" : "decide.approve";
  return covers > 0 ? "decide.confirm" : "decide.confirmGaps";
}

type Done = { value?: { changeId: string | null; covers: number; status: string } };

function useDone(kind: CoverFormProps["kind"], name: string) {
  const t = useTranslations("cover.decide");
  const absences = useTranslations("absences.decide");
  const undoable = useUndoable();
  return (answer: object) => {
    const { changeId = null, covers = 0, status } = (answer as Done).value ?? {};
    const isFirst = status === "provisionally_approved";
    if (isFirst) return notify(absences("provisional", { name }));
    const words = kind === "approve" ? t("approved", { name }) : t("confirmed", { covers });
    if (!changeId) return notify(words);
    undoable(words, () => undo({ id: changeId }), { label: t("undo"), undone: t("undone") });
  };
}
