"use client";
import { Eye } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { HandlerCandidate } from "@/lib/disputes/access/rules-handlers";

type ReadByProps = {
  handler: HandlerCandidate | null;
  named: readonly string[];
  handlers: readonly HandlerCandidate[];
};

/** Who will read what is being written, and who will not; it changes while people are named. */
export function ReadBy({ handler, named, handlers }: ReadByProps) {
  const t = useTranslations("conversations.raise");
  const format = useFormatter();
  const ownManagers = handlers
    .filter(
      ({ isOfOwnPool, userId, name }) => isOfOwnPool && userId !== handler?.userId && !named.includes(name),
    )
    .map(({ name }) => name);
  const others = [...named, ...ownManagers, t("administrators")];
  return (
    <div role="status" className="flex items-start gap-3">
      <Eye aria-hidden className="mt-0.5 size-5 shrink-0 text-accent" />
      <div className="min-w-0">
        <p className="text-base font-semibold">
          {handler ? t("readBy", { name: handler.name }) : t("readByNobody")}
        </p>
        <p className="text-sm text-ink-2">
          {t("notBy", { names: format.list(others, { type: "disjunction" }) })}
        </p>
      </div>
    </div>
  );
}
