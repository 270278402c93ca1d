import { useTranslations } from "next-intl";
import { EffectLine } from "@/components/absences/effect-line";
import { useDayWords } from "@/components/time/use-day-words";
import { LinkButton } from "@/components/ui/forms/link-button";
import type { LeaveEffect } from "@/lib/coverage/leave-cover/rules-effects";
import type { EnrolmentView } from "@/lib/training/enrolments/schema";
import type { SessionView } from "@/lib/training/sessions/schema";
import { KeepWish } from "./keep-wish";

type UndecidedListProps = {
  enrolments: readonly EnrolmentView[];
  sessions: ReadonlyMap<string, SessionView>;
  effects: ReadonlyMap<string, LeaveEffect>;
};

/** Who asked for a seat and waits for a decision, the first asked first, with what their going would do. */
export function UndecidedList({ enrolments, sessions, effects }: UndecidedListProps) {
  const t = useTranslations("training.undecided");
  const dayWords = useDayWords();
  return (
    <ul>
      {enrolments.map((enrolment) => {
        const { id, assistantName: name, assistantId, course, askedAt, sessionId, note } = enrolment;
        const session = sessionId === null ? undefined : sessions.get(sessionId);
        const on = session?.dates[0]?.on;
        const effect = effects.get(id);
        return (
          <li
            key={id}
            className="grid gap-x-4 gap-y-1 border-b border-hair py-3 sm:grid-cols-[minmax(0,1fr)_12rem_auto] sm:items-center"
          >
            <div className="grid min-w-0">
              <p className="text-base font-medium">{t("asks", { name, course })}</p>
              <p className="text-xs text-ink-2">
                {[
                  t("asked", { day: dayWords(askedAt.slice(0, 10)) }),
                  on ? dayWords(on) : t("noSession"),
                  note,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </div>
            <div className="min-w-0">{effect && <EffectLine effect={effect} />}</div>
            {session ? (
              <LinkButton
                className="justify-self-start"
                href={`/manager/training/sessions/${session.id}?person=${assistantId}`}
                aria-label={t("decideOf", { name })}
              >
                {t("decide")}
              </LinkButton>
            ) : (
              <KeepWish enrolment={enrolment} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
