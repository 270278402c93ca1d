"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/forms/link-button";
import type { WhatIfOptions } from "@/lib/coverage/what-if/queries-options";
import { type WhatIfAddress, whatIfHref, writeChange } from "../what-if-address";
import { useChangeWords } from "./use-change-words";

type Named = { id: string; name: string };
type ChangeListProps = { address: WhatIfAddress; options: WhatIfOptions; pools: Named[]; duties: Named[] };

/** What would be different, each with the way to take it out again. */
export function ChangeList({ address, options, pools, duties }: ChangeListProps) {
  const t = useTranslations("whatIf");
  const { wordsOf } = useChangeWords(options, pools, duties);
  if (address.changes.length === 0) return <p className="text-base text-ink-2">{t("noChanges")}</p>;
  return (
    <ul className="grid gap-1">
      {address.changes.map((change, place) => {
        const words = wordsOf(change);
        const changes = address.changes.filter((_, other) => other !== place);
        const alike = address.changes.slice(0, place).filter((one) => wordsOf(one) === words).length;
        return (
          <li
            key={`${writeChange(change)} ${alike}`}
            className="flex items-center gap-2 rounded-md bg-sunken py-1 pr-1 pl-3 text-sm"
          >
            <span className="min-w-0 flex-1">{words}</span>
            <LinkButton
              href={whatIfHref(address, { changes })}
              variant="ghost"
              size="icon"
              scroll={false}
              aria-label={t("remove", { change: words })}
              icon={<X aria-hidden />}
            />
          </li>
        );
      })}
    </ul>
  );
}
