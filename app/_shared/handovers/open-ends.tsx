import { KeyRound, MessageCircleQuestion } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/layout/cx";
import type { HandoverView } from "@/lib/handovers/schema";

const linkStyle = cx(
  "inline-flex items-center gap-1.5 rounded-md px-2 py-1 text-sm font-semibold hatch touch:min-h-11",
  "bg-gap-bg text-gap-ink hover:underline [&_svg]:size-4 [&_svg]:shrink-0",
);

/** What is still open, at the top, each with the way to where it can be seen to. */
export function OpenEnds({ handover }: { handover: HandoverView }) {
  const t = useTranslations("handovers.open");
  const { openQuestions, notGranted, notWithdrawn, hasEnded } = handover;
  const missing = hasEnded ? notWithdrawn : notGranted;
  return (
    <nav aria-label={t("label")} className="flex flex-wrap gap-2 empty:hidden print:hidden">
      {openQuestions > 0 && (
        <a href="#questions" className={linkStyle}>
          <MessageCircleQuestion aria-hidden />
          {t("questions", { count: openQuestions })}
        </a>
      )}
      {missing > 0 && (
        <a href="#access" className={linkStyle}>
          <KeyRound aria-hidden />
          {t(hasEnded ? "notWithdrawn" : "notGranted", { count: missing })}
        </a>
      )}
    </nav>
  );
}
