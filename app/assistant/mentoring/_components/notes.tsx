"use client";
import { Lock } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { TextArea } from "@/components/ui/forms/text-area";
import type { MentoringNoteView } from "@/lib/mentoring/notes/schema";
import { note } from "../actions";

type NotesProps = { mentorshipId: string; notes: readonly MentoringNoteView[] };

/** What the two have noted for both, and each for themselves alone. */
export function Notes({ mentorshipId, notes }: NotesProps) {
  const t = useTranslations("mentoring.notes");
  const format = useFormatter();
  const said = ({ isShared, author, writtenAt }: MentoringNoteView) => {
    const when = format.dateTime(new Date(writtenAt), "moment");
    return isShared ? t("sharedBy", { name: author, when }) : t("mineAt", { when });
  };
  return (
    <div className="grid gap-3">
      <p className="flex items-start gap-1.5 text-sm text-ink-2">
        <Lock aria-hidden className="mt-0.5 size-4 shrink-0" />
        {t("private")}
      </p>
      <Form
        action={note}
        done={t("added")}
        refusals={useRefusalWords()}
        resetWhenDone
        className="max-w-xl gap-2"
      >
        <input type="hidden" name="id" value={mentorshipId} />
        <TextArea name="body" label={t("body")} maxLength={4000} isRequired />
        <RadioGroup
          name="isShared"
          label={t("who")}
          defaultValue="both"
          options={[
            { value: "both", label: t("both") },
            { value: "mine", label: t("mine") },
          ]}
        />
        <Button type="submit" className="w-fit">
          {t("add")}
        </Button>
      </Form>
      {notes.length === 0 && <p className="text-sm text-ink-2">{t("none")}</p>}
      <ul>
        {notes.map((one) => (
          <li key={one.id} className="grid gap-0.5 border-b border-hair py-2">
            <p className="whitespace-pre-wrap">{one.body}</p>
            <p className="text-xs text-ink-2">{said(one)}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
