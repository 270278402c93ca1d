"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { useAmountWords } from "@/components/time/use-amount-words";
import { useDayWords } from "@/components/time/use-day-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { hoursText } from "@/lib/time/hours";
import type { SplitView } from "@/lib/training/splits/schema";
import { accept } from "../actions";

type SplitCardProps = { split: SplitView; courseId: string; poolId: string; seats: number };

/** One way to hold the course: its sessions with who goes, what it takes, and one press that books all of it. */
export function SplitCard({ split, courseId, poolId, seats }: SplitCardProps) {
  const t = useTranslations("training.findDates");
  const dayWords = useDayWords();
  const amountWords = useAmountWords();
  const { kind, isProven, coverMinutes, sessions, unplaced } = split;
  const people = sessions.reduce((sum, one) => sum + one.people.length, 0);
  const sent = sessions.map((one) => ({
    ...one,
    people: one.people.map(({ name: _, ...person }) => person),
  }));
  return (
    <section className="grid content-start gap-3 rounded-lg border border-line p-4">
      <h3 className="text-lg font-semibold">{t(`kind.${kind}`)}</h3>
      <p className="text-sm">
        {t("sum", { sessions: sessions.length, people, cover: amountWords(coverMinutes, "minutes") })}
      </p>
      <p className="text-sm text-ink-2">{t(isProven ? "proven" : "best")}</p>
      <ul className="grid gap-2">
        {sessions.map((one) => (
          <li key={`${one.on} ${one.startMinute}`} className="text-sm">
            <p className="tnum font-medium">
              {t("group", { when: `${dayWords(one.on)}, ${hoursText(one)}`, count: one.people.length })}
            </p>
            <p className="text-ink-2">{one.people.map(({ name }) => name).join(", ")}</p>
          </li>
        ))}
      </ul>
      {unplaced.length > 0 && (
        <p className="text-sm text-gap-ink">
          {t("left", { names: unplaced.map(({ name }) => name).join(", ") })}
        </p>
      )}
      <Form action={accept} done={t("booked")} refusals={useRefusalWords()} className="mt-auto">
        <input type="hidden" name="courseId" value={courseId} />
        <input type="hidden" name="poolId" value={poolId} />
        <input type="hidden" name="seats" value={seats} />
        <input type="hidden" name="sessions" value={JSON.stringify(sent)} />
        <Button type="submit" variant={kind === "fewest" ? "primary" : "outline"}>
          {t("book", { count: people })}
        </Button>
      </Form>
    </section>
  );
}
