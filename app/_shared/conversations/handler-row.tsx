"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/layout/avatar";
import type { HandlerCandidate } from "@/lib/disputes/access/rules-handlers";

/** Who handles it, as it stands, and a way to choose somebody else. */
export function HandlerRow({ handler, children }: { handler: HandlerCandidate | null; children: ReactNode }) {
  const t = useTranslations("conversations.raise");
  return (
    <div className="grid gap-1">
      <h2 className="text-sm font-medium">{t("handler")}</h2>
      <div className="flex min-h-14 flex-wrap items-center gap-x-3 border-b border-hair">
        {handler ? (
          <>
            <Avatar name={handler.name} />
            <span className="grid min-w-0 flex-1">
              <span className="font-medium">{handler.name}</span>
              <span className="text-sm text-ink-2">
                {t(handler.isOfOwnPool ? "ofOwnPool" : "ofOtherPool", { pool: handler.pools })}
              </span>
            </span>
          </>
        ) : (
          <p className="flex-1 py-2 text-base">{t("nobodyImpartial")}</p>
        )}
        {children}
      </div>
    </div>
  );
}
