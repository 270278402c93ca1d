"use client";
import { useTranslations } from "next-intl";
import { Kbd } from "@/components/ui/layout/kbd";
import { NativeDialog } from "./native-dialog";
import type { ShortcutGroup } from "./shell-types";
import { useCommandKey } from "./use-command-key";

type ShortcutHelpProps = { groups: readonly ShortcutGroup[]; onClose: () => void };

/** The list of keys: those of the page, then those that work everywhere but where the page has them for itself. */
export function ShortcutHelp({ groups, onClose }: ShortcutHelpProps) {
  const t = useTranslations("nav.shortcuts");
  const command = useCommandKey();
  const ofPage = groups.filter((group) => !group.isEverywhere);
  const taken = ofPage.flatMap((group) => group.shortcuts.map(({ keys }) => keys.join()));
  const everywhere: ShortcutGroup = {
    title: t("general"),
    shortcuts: [
      { keys: [command, "K"], label: t("palette") },
      ...groups
        .filter((group) => group.isEverywhere)
        .flatMap((group) => group.shortcuts)
        .filter(({ keys }) => !taken.includes(keys.join())),
      { keys: [command, "Z"], label: t("undo") },
      { keys: ["Esc"], label: t("close") },
      { keys: ["?"], label: t("help") },
    ],
  };
  return (
    <NativeDialog label={t("title")} onClose={onClose}>
      <h2 className="px-4 pt-4 pb-1 text-lg font-semibold">{t("title")}</h2>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by Tab
        tabIndex={0}
        aria-label={t("title")}
        className="grid gap-4 overflow-auto px-4 pt-1 pb-4 outline-none"
      >
        {[...ofPage, everywhere].map((group) => (
          <section key={group.title}>
            <h3 className="border-b border-line py-1.5 text-xs font-medium text-ink-3">{group.title}</h3>
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
      </section>
    </NativeDialog>
  );
}
