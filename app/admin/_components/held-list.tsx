import { TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/layout/badge";
import { type HeldView, isPassedOn } from "@/lib/insight/leaving/schema";
import { PassOn, type Successors } from "./pass-on";

type HeldListProps = { userId: string; held: readonly HeldView[]; successors: Successors };

/** What a person holds, which of it another person must have before the account is shut, and who it goes to. */
export function HeldList({ userId, held, successors }: HeldListProps) {
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
          {isPassedOn(kind) && successors.length > 0 && (
            <PassOn {...{ userId, kind, successors }} what={t(`kind.${kind}`, { count })} />
          )}
        </li>
      ))}
    </ul>
  );
}
