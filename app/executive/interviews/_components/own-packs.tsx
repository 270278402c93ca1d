import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/layout/link";
import { Section } from "@/components/ui/layout/page";
import type { OwnPackLine } from "@/lib/hiring/packs/queries";

/** The candidates that an executive is asked to read; nothing where there are none. */
export function OwnPacks({ packs }: { packs: readonly OwnPackLine[] }) {
  const t = useTranslations("hiring.pack");
  if (packs.length === 0) return null;
  return (
    <Section title={t("toRead")}>
      <ul>
        {packs.map(({ id, name, job, answer, canAnswer }) => (
          <li key={id} className="relative grid gap-0.5 border-b border-hair py-3 hover:bg-canvas">
            <Link
              href={`/executive/interviews/packs/${id}`}
              className="font-medium after:absolute after:inset-0"
            >
              {name ?? t("candidate")}
            </Link>
            <p className="text-sm text-ink-2">
              {[job, answer ? t(`answers.${answer}`) : t(canAnswer ? "waiting" : "over")].join(" · ")}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
