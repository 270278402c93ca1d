import { useTranslations } from "next-intl";
import { FitBar } from "@/components/matching/fit-bar";
import { SeenBy } from "@/components/matching/seen-by";
import { useFitWords } from "@/components/matching/use-fit-words";
import { WishChoice } from "@/components/matching/wish-choice";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { OwnMatchingView } from "@/lib/matching/knowledge/schema";
import { FIT_PARTS } from "@/lib/matching/weights/rules";
import { sayWish } from "../actions";

/** How one fits those one supports, part by part, and what one says of working with them. */
export function OwnExecutives({ executives }: { executives: OwnMatchingView["executives"] }) {
  const t = useTranslations("matching");
  const words = useFitWords();
  if (executives.length === 0) return <p className="text-ink-2">{t("me.noExecutives")}</p>;
  return (
    <ul>
      {executives.map(({ executiveId, name, total, known, parts, strongest, weakest, wish }) => (
        <li key={executiveId} className="grid gap-1 border-b border-hair py-3">
          <p className="flex flex-wrap items-baseline justify-between gap-2">
            <span className="font-medium">{name}</span>
            <span className="tnum font-medium">{t("me.fit", { total, known })}</span>
          </p>
          <p className="text-sm text-ink-2">{words.sentence({ strongest, weakest })}</p>
          <SeenBy words={t("me.youAndManager")} />
          <Disclosure summary={t("me.wish", { name })}>
            <dl className="grid grid-cols-3 gap-3 py-2 sm:grid-cols-5">
              {FIT_PARTS.map((part) => (
                <div key={part}>
                  <dt className="text-xs text-ink-2">{t(`short.${part}`)}</dt>
                  <dd>
                    <FitBar points={parts[part] ?? "not_asked"} />
                  </dd>
                </div>
              ))}
            </dl>
            <WishChoice action={sayWish} withId={executiveId} name={name} wish={wish} />
            <SeenBy words={t("me.onlyAuthor")} />
          </Disclosure>
        </li>
      ))}
    </ul>
  );
}
