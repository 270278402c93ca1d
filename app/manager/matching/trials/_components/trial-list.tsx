import { useTranslations } from "next-intl";
import { TapForm } from "@/app/_shared/forms/tap-form";
import { TrialDates } from "@/app/_shared/matching/trial-dates";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { Link } from "@/components/ui/layout/link";
import type { TrialView } from "@/lib/matching/trials/schema";
import { confirmTrialAction, stopTrialAction } from "../actions";

/** Pairs that try working together, with what both said of it. */
export function TrialList({ trials }: { trials: readonly TrialView[] }) {
  const t = useTranslations("matching.trial");
  return (
    <ul className="grid">
      {trials.map((trial) => {
        const { id, version, executiveId, executive, assistant, phase, checkIns } = trial;
        const known = { id, version };
        const isOpen = phase === "proposed" || phase === "agreed" || phase === "active";
        return (
          <li
            key={id}
            className="grid gap-x-6 gap-y-2 border-b border-hair py-3 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto]"
          >
            <div className="grid content-start gap-1">
              <p className="font-medium">
                {t.rich("pair", {
                  assistant,
                  executive,
                  link: (text) => (
                    <Link href={`/manager/executives/${executiveId}`} className="hover:underline">
                      {text}
                    </Link>
                  ),
                })}
              </p>
              <TrialDates trial={trial} />
            </div>
            <ul className="grid content-start gap-2 text-sm">
              {checkIns.map(({ side, moment, rating, works, changes }) => (
                <li key={`${side} ${moment}`}>
                  <p className="font-medium">
                    {t("said", { name: side === "assistant" ? assistant : executive, moment, rating })}
                  </p>
                  {works && (
                    <p className="whitespace-pre-line text-ink-2">{t("saidWorks", { words: works })}</p>
                  )}
                  {changes && (
                    <p className="whitespace-pre-line text-ink-2">{t("saidChanges", { words: changes })}</p>
                  )}
                </li>
              ))}
              {checkIns.length === 0 && <li className="text-ink-2">{t("nothingSaid")}</li>}
            </ul>
            {isOpen && (
              <div className="flex flex-wrap content-start gap-2 md:justify-end">
                {phase === "active" && (
                  <TapForm
                    action={confirmTrialAction}
                    fields={known}
                    label={t("confirm")}
                    of={t("confirmOf", { assistant, executive })}
                    done={t("confirmed")}
                    variant="primary"
                  />
                )}
                <Disclosure
                  summary={phase === "active" ? t("stop") : t("withdraw")}
                  label={t("stopOf", { phase, assistant, executive })}
                >
                  <TapForm
                    action={stopTrialAction}
                    fields={known}
                    label={t("stopNow", { phase })}
                    done={t("stopped")}
                  />
                </Disclosure>
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
