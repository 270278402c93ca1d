"use client";
import { useTranslations } from "next-intl";
import { Kbd } from "@/components/ui/layout/kbd";
import { Dialog } from "@/components/ui/overlays/dialog";
import type { ShortcutGroup } from "./shell-types";
import { useCommandKey } from "./use-command-key";

type ShortcutHelpProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  groups: ShortcutGroup[];
};

/** The list of keys: those that work everywhere, then those of the area. */
export function ShortcutHelp({ isOpen, onOpenChange, groups }: ShortcutHelpProps) {
  const t = useTranslations("nav.shortcuts");
  const command = useCommandKey();
  const everywhere: ShortcutGroup = {
    title: t("general"),
    shortcuts: [
      { keys: [command, "K"], label: t("palette") },
      { keys: [command, "Z"], label: t("undo") },
      { keys: ["Esc"], label: t("close") },
      { keys: ["?"], label: t("help") },
    ],
  };
  return (
    <Dialog title={t("title")} isOpen={isOpen} onOpenChange={onOpenChange}>
      <div className="grid gap-5">
        {[...groups, everywhere].map((group) => (
          <section key={group.title}>
            <h3 className="border-b border-line pb-1.5 text-xs font-medium text-ink-3">{group.title}</h3>
            <dl>
              {group.shortcuts.map(({ keys, label }) => (
                <div
                  key={label}
                  className="flex min-h-9 items-center gap-3 border-b border-line text-sm last:border-0"
                >
                  <dt className="flex-1">{label}</dt>
                  <dd className="flex gap-1">
                    {keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
