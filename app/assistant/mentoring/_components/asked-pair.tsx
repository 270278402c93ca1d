"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import type { MentorshipView } from "@/lib/mentoring/pairs/schema";
import { answer } from "../actions";

type AskedPairProps = { pair: MentorshipView; isMentor: boolean };

/** A mentorship that is proposed: one's own yes or no, or whose answer is waited for. */
export function AskedPair({ pair, isMentor }: AskedPairProps) {
  const t = useTranslations("mentoring.asked");
  const refusals = useRefusalWords();
  const name = isMentor ? pair.mentee : pair.mentor;
  return (
    <li className="grid gap-2 border-b border-hair py-3">
      <p className="font-medium">{t(isMentor ? "mentor" : "mentee", { name })}</p>
      {pair.goals.length > 0 && (
        <p className="text-sm text-ink-2">{pair.goals.map(({ text }) => text).join(" · ")}</p>
      )}
      {pair.awaitsMe ? (
        <Form action={answer} done={t("done")} refusals={refusals} className="max-w-md gap-2">
          <input type="hidden" name="id" value={pair.id} />
          <input type="hidden" name="version" value={pair.version} />
          <p className="text-sm text-ink-2">{t("both")}</p>
          <div className="grid grid-cols-2 gap-2">
            <Button type="submit" variant="primary" name="accept" value="yes">
              {t("yes")}
            </Button>
            <Button type="submit" name="accept" value="no">
              {t("no")}
            </Button>
          </div>
        </Form>
      ) : (
        <p className="text-sm text-ink-2">{t("waiting", { name })}</p>
      )}
    </li>
  );
}
