import { TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/layout/badge";
import type { HeldView } from "@/lib/insight/leaving/schema";

/** What a person holds, and which of it another person must have before the account is shut. */
export function HeldList({ held }: { held: readonly HeldView[] }) {
  const t = useTranslations("accounts.held");
  const format = useFormatter();
  return (
    <ul>
      {held.map(({ kind, count, mustPassOn, names }) => (
        <li key={kind} className="grid gap-0.5 border-b border-hair py-2 last:border-0">
          <p className="flex flex-wrap items-center gap-2 text-sm font-medium">
            {t(`kind.${kind}`, { count })}
            {mustPassOn && (
              <Badge tone="alert" icon={<TriangleAlert aria-hidden />}>
                {t("must")}
              </Badge>
            )}
          </p>
          {names.length > 0 && (
            <p className="text-xs text-pretty text-ink-2">
              {t("names", {
                names: format.list(names, { type: "unit", style: "short" }),
                more: count - names.length,
              })}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
