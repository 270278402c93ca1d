"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { forgetDraftsBut } from "@/components/ui/forms/use-draft";
import { hasWords } from "@/components/ui/forms/words-match";
import { LOCALES } from "@/lib/i18n/locales";
import { useFrame } from "./frame-context";
import { type FrameIconName, NAV_ICONS } from "./frame-icon";
import { PALETTE_ACTIONS } from "./palette-actions";
import { LANGUAGE_NAMES, THEME_ICONS, THEMES } from "./preference-forms";
import type { FormVoidAction, FoundItem, Preferences } from "./shell-types";

/** A line of the palette: it leads somewhere, or does something. */
export type PaletteEntry = {
  id: string;
  label: string;
  description?: string;
  icon: FrameIconName;
} & ({ href: string } | { run: () => void });

export type PaletteGroup = { key: "pages" | "actions" | "people" | "requests"; entries: PaletteEntry[] };

type PaletteActs = { preferences: Preferences; signOut: FormVoidAction; onHelp: () => void };

const FOUND_ICONS = {
  assistant: "users-round",
  executive: "user-round",
  account: "key-round",
  request: "inbox",
} as const;

/** What the palette offers for what is typed: pages and actions at once, people and requests as they are found. */
export function usePaletteGroups(
  query: string,
  found: readonly FoundItem[],
  acts: PaletteActs,
): PaletteGroup[] {
  const pages = usePages();
  const actions = useActions(acts);
  const offered = (entries: PaletteEntry[]) => entries.filter(({ label }) => hasWords(label, query.trim()));
  const isPerson = ({ kind }: FoundItem) => kind !== "request";
  const groups: PaletteGroup[] = [
    { key: "pages", entries: offered(pages) },
    { key: "actions", entries: offered(actions) },
    { key: "people", entries: found.filter(isPerson).map(entryOf) },
    { key: "requests", entries: found.filter((item) => !isPerson(item)).map(entryOf) },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}

function entryOf({ id, kind, label, description, href }: FoundItem): PaletteEntry {
  return { id: `${kind}-${id}`, label, description, href, icon: FOUND_ICONS[kind] };
}

function usePages(): PaletteEntry[] {
  const t = useTranslations("nav");
  const { area, items } = useFrame();
  const places = items.flatMap((item) => [
    item,
    ...(item.sub ?? []).filter(({ href }) => href !== item.href),
  ]);
  const pages: PaletteEntry[] = places.map(({ key, href }) => ({
    id: `page-${key}`,
    label: t(`item.${key}`),
    href,
    icon: NAV_ICONS[key],
  }));
  const notices = {
    id: "page-notices",
    label: t("notices"),
    href: `/${area}/notices`,
    icon: "bell",
  } as const;
  const feeds = {
    id: "page-feeds",
    label: t("feeds"),
    href: `/${area}/feeds`,
    icon: "calendar-sync",
  } as const;
  return [...pages, notices, ...(area === "admin" ? [] : [feeds])];
}

function useActions({ preferences, signOut, onHelp }: PaletteActs): PaletteEntry[] {
  const t = useTranslations("nav");
  const router = useRouter();
  const { area } = useFrame();
  async function choose(action: FormVoidAction, name: string, value: string) {
    const form = new FormData();
    form.set(name, value);
    await action(form);
    router.refresh();
  }
  function leave() {
    forgetDraftsBut(null);
    return signOut(new FormData());
  }
  const begun: PaletteEntry[] = PALETTE_ACTIONS[area].map(({ key, href }) => ({
    id: `action-${key}`,
    label: t(`palette.action.${key}`),
    href,
    icon: "arrow-right",
  }));
  const themes = THEMES.filter((theme) => theme !== preferences.theme).map((theme) => ({
    id: `theme-${theme}`,
    label: t("palette.action.theme", { theme: t(`theme.${theme}`) }),
    icon: THEME_ICONS[theme],
    run: () => choose(preferences.chooseTheme, "theme", theme),
  }));
  const languages = LOCALES.filter((locale) => locale !== preferences.locale).map((locale) => ({
    id: `language-${locale}`,
    label: t("palette.action.language", { language: LANGUAGE_NAMES[locale] }),
    icon: "languages" as const,
    run: () => choose(preferences.chooseLocale, "locale", locale),
  }));
  return [
    ...begun,
    ...themes,
    ...languages,
    { id: "help", label: t("shortcuts.title"), icon: "menu", run: onHelp },
    { id: "sign-out", label: t("user.signOut"), icon: "log-out", run: leave },
  ];
}
