import { Thermometer, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { SicknessTaps } from "@/components/absences/sickness-taps";
import { NativePopover } from "@/components/shell/native-popover";
import { useDayWords } from "@/components/time/use-day-words";
import { useRangeWords } from "@/components/time/use-range-words";
import { buttonStyle } from "@/components/ui/forms/button-style";
import { Link } from "@/components/ui/layout/link";
import type { SicknessNow } from "@/lib/coverage/leave-cover/queries-sickness";
import { end, prolong } from "../../cover-actions";
import { IllOptions } from "./ill-options";

type IllButtonProps = { sickness: SicknessNow };

/** "I'm ill": opens the sheet with how long, before JavaScript too. */
export function IllButton({ sickness: { next, when } }: IllButtonProps) {
  const t = useTranslations("cover.sick");
  const dayWords = useDayWords();
  const words = when === "later" ? t("later", { day: dayWords(next.on) }) : t(when);
  return (
    <button
      type="button"
      popoverTarget="ill"
      aria-haspopup="dialog"
      className={`${buttonStyle("ghost")} text-ink max-md:mr-2`}
    >
      <Thermometer aria-hidden className="text-ink-2" />
      <span className="max-md:hidden">{words}</span>
      <span className="md:hidden">{t("title")}</span>
    </button>
  );
}

type IllSheetProps = IllButtonProps & {
  executives: number;
  /** What one does that day away from executives: "Reception 12–13". */
  shifts: readonly string[];
};

/** The sheet from below: who is told, how long, and where to report more. Offline it only says what it needs. */
export function IllSheet({ sickness: { next, following, when }, executives, shifts }: IllSheetProps) {
  const t = useTranslations("cover.sick");
  const close = useTranslations("common.action");
  return (
    <NativePopover
      id="ill"
      label={t("title")}
      className="inset-x-0 top-auto bottom-0 m-0 w-full max-w-none rounded-t-2xl bg-float px-4 pt-2 pb-[max(1rem,env(safe-area-inset-bottom))] text-ink shadow-float backdrop:bg-scrim md:inset-auto md:top-12 md:right-6 md:w-96 md:rounded-xl md:pt-4 md:backdrop:bg-transparent"
    >
      <span aria-hidden className="mx-auto mb-2 block h-1 w-9 rounded-full bg-edge md:hidden" />
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h2 className="text-xl font-semibold tracking-tight">{t("title")}</h2>
          <p className="text-xs text-ink-2" data-live-only>
            {t("told", { count: executives })}
            {shifts.length > 0 && ` ${t("shifts", { shifts: shifts.join(", ") })}`}
          </p>
        </div>
        <button
          type="button"
          popoverTarget="ill"
          popoverTargetAction="hide"
          aria-label={close("close")}
          className={buttonStyle("ghost", "icon")}
        >
          <X aria-hidden className="max-md:size-5" />
        </button>
      </div>
      <div data-live-only className="grid gap-3 pt-3">
        <IllOptions {...{ next, following, when }} />
        <p className="text-xs text-ink-2">
          {t("change")}{" "}
          <Link href="/assistant/absences" className="underline touch:inline-block touch:py-3">
            {t("more")}
          </Link>
        </p>
      </div>
      <p data-offline-only className="pt-3">
        {t("offline")}
      </p>
    </NativePopover>
  );
}

/** Sickness of one's own as it runs, with what one tap does about it. */
export function IllNow({ current }: { current: NonNullable<SicknessNow["current"]> }) {
  const t = useTranslations("cover.sick");
  const rangeWords = useRangeWords();
  return (
    <section
      aria-label={t("current")}
      className="grid gap-2 border-b border-line bg-canvas px-4 py-3 md:px-6"
    >
      <p className="flex gap-2.5">
        <Thermometer aria-hidden className="mt-1 size-4 shrink-0 text-ink-2" />
        {t("now", { range: rangeWords(current.range) })}
      </p>
      <div data-live-only>
        <SicknessTaps absence={current} taps={current.taps} prolong={prolong} end={end} voice="own" />
      </div>
    </section>
  );
}
