import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { Link } from "@/components/ui/layout/link";
import type { CardExecutive } from "@/lib/coverage/leave-cover/rules-card";

type AlternativesProps = { address: string; executive: CardExecutive; picks: readonly string[] };

const row =
  "flex min-h-8 flex-wrap items-center gap-x-2 rounded-md px-2 py-1 text-sm hover:bg-sunken touch:min-h-11";

/** Other people for an executive, each a link that plans the rest around the choice. */
export function Alternatives({ address, executive, picks }: AlternativesProps) {
  const t = useTranslations("cover");
  const others = picks.filter((pick) => !pick.startsWith(`${executive.executiveId}:`));
  const hrefOf = (choice: string | null) => {
    const chosen = choice ? [...others, `${executive.executiveId}:${choice}`] : others;
    const search = new URLSearchParams(chosen.map((pick) => ["pick", pick])).toString();
    if (!search) return address;
    return `${address}${address.includes("?") ? "&" : "?"}${search}`;
  };
  return (
    <Disclosure
      summary={t("others")}
      label={t("othersOf", { executive: executive.name })}
      className="relative shrink-0"
    >
      <ul className="absolute right-0 z-20 grid w-72 max-w-[80vw] gap-0.5 rounded-lg border border-line bg-surface p-1 shadow-lg">
        {executive.alternatives.map((other) => (
          <li key={other.assistantId}>
            <Link href={hrefOf(other.assistantId)} scroll={false} className={row}>
              <span className="font-medium">{other.name}</span>
              <span className="tnum text-ink-2">
                {t("otherFree", { free: other.freeHalfDays, needed: other.neededHalfDays, fit: other.fit })}
                {other.hasDeclined && ` · ${t("otherDeclined")}`}
              </span>
            </Link>
          </li>
        ))}
        {executive.alternatives.length === 0 && <li className="px-2 text-sm text-ink-2">{t("noOthers")}</li>}
        {executive.picked !== "none" && (
          <li>
            <Link href={hrefOf("none")} scroll={false} className={row}>
              {t("leaveOpen")}
            </Link>
          </li>
        )}
        {executive.picked && (
          <li>
            <Link href={hrefOf(null)} scroll={false} className={row}>
              <Check aria-hidden className="size-4" />
              {t("byPlan")}
            </Link>
          </li>
        )}
      </ul>
    </Disclosure>
  );
}
