"use client";
import { useTranslations } from "next-intl";
import type { Area } from "./areas";
import { FrameIcon } from "./frame-icon";

export type DemoAccount = { role: Area; email: string; password: string };

type DemoPanelProps = { accounts: DemoAccount[]; onFill: (account: DemoAccount) => void };

/** The accounts of the demo office; one press fills the form. */
export function DemoPanel({ accounts, onFill }: DemoPanelProps) {
  const t = useTranslations();
  return (
    <section aria-labelledby="demo-title" className="grid gap-2 border-t border-line pt-5">
      <h2 id="demo-title" className="text-base font-semibold">
        {t("auth.demo.title")}
      </h2>
      <p className="text-sm text-ink-2">{t("auth.demo.body")}</p>
      <ul className="grid overflow-hidden rounded-lg border border-line">
        {accounts.map((account) => (
          <li key={account.email} className="not-first:border-t not-first:border-line">
            <button
              type="button"
              onClick={() => onFill(account)}
              className="flex min-h-11 w-full cursor-default items-center gap-3 px-3 py-1.5 text-left text-sm hover:bg-sunken focus-visible:-outline-offset-2"
            >
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{t(`nav.area.${account.role}`)}</span>
                <span className="block truncate text-xs text-ink-2">{account.email}</span>
              </span>
              <FrameIcon name="corner-down-left" className="text-ink-3" />
            </button>
          </li>
        ))}
      </ul>
      <p className="text-xs text-ink-3">
        {t("auth.demo.password", { password: accounts[0]?.password ?? "" })}
      </p>
    </section>
  );
}
