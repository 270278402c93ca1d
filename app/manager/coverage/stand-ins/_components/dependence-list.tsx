import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Link } from "@/components/ui/layout/link";
import type { StandInsView } from "@/lib/coverage/candidates/schema-stand-ins";

const MOST_NAMED = 6;

/** The assistants whose absence would leave an executive without anybody, or with nobody but them to step in. */
export function DependenceList({ dependences }: { dependences: StandInsView["dependences"] }) {
  const t = useTranslations("standIns");
  if (dependences.length === 0) return <EmptyState>{t("dependencesNone")}</EmptyState>;
  return (
    <ul>
      {dependences.map(({ assistantId, name, alone, onlyStandIn }) => (
        <li key={assistantId} className="grid gap-0.5 border-b border-line py-2.5 text-sm">
          <Link
            href={`/manager/assistants/${assistantId}`}
            className="w-fit text-base font-medium hover:underline touch:min-h-11 touch:content-center"
          >
            {name}
          </Link>
          {alone.length > 0 && <span className="text-ink-2">{t("alone", { names: namesOf(alone) })}</span>}
          {onlyStandIn.length > 0 && (
            <span className="text-ink-2">{t("onlyStandIn", { names: namesOf(onlyStandIn) })}</span>
          )}
        </li>
      ))}
    </ul>
  );

  function namesOf(people: readonly { name: string }[]): string {
    const names = people
      .slice(0, MOST_NAMED)
      .map((one) => one.name)
      .join(", ");
    const count = people.length - MOST_NAMED;
    return count > 0 ? t("more", { names, count }) : names;
  }
}
