import { MessageCircleQuestion } from "lucide-react";
import { useTranslations } from "next-intl";
import { SicknessTaps } from "@/components/absences/sickness-taps";
import { useRangeWords } from "@/components/time/use-range-words";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Notice } from "@/components/ui/layout/notice";
import type { SicknessNow } from "@/lib/coverage/leave-cover/queries-sickness";
import { end, prolong } from "../../cover-actions";
import { IllToday } from "./ill-today";

type TodayBandProps = { sickness: SicknessNow; offers: number };

/** What wants an answer today: cover one is asked for, and whether one is ill. */
export function TodayBand({ sickness, offers }: TodayBandProps) {
  const t = useTranslations("cover");
  return (
    <>
      {offers > 0 && (
        <Notice
          tone="plan"
          actions={
            <LinkButton
              href="/assistant/offers"
              variant="primary"
              icon={<MessageCircleQuestion aria-hidden />}
            >
              {t("asking.look")}
            </LinkButton>
          }
        >
          {t("asking.banner", { count: offers })}
        </Notice>
      )}
      {sickness.current ? (
        <Running current={sickness.current} />
      ) : (
        <IllToday next={sickness.next} when={sickness.when} />
      )}
    </>
  );
}

function Running({ current }: { current: NonNullable<SicknessNow["current"]> }) {
  const t = useTranslations("cover.sick");
  const rangeWords = useRangeWords();
  return (
    <section aria-labelledby="ill" className="grid gap-2 rounded-lg bg-sunken p-3">
      <h2 id="ill" className="sr-only">
        {t("title")}
      </h2>
      <p className="text-base">{t("now", { range: rangeWords(current.range) })}</p>
      <SicknessTaps absence={current} taps={current.taps} prolong={prolong} end={end} voice="own" />
    </section>
  );
}
