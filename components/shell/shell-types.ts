import type { Locale } from "@/lib/i18n/locales";
import type { Area } from "./areas";

export type FormVoidAction = (form: FormData) => Promise<void>;

/** How the pages look and speak in this browser, and the actions that change it. */
export type Preferences = {
  theme: "system" | "light" | "dark";
  locale: Locale;
  chooseTheme: FormVoidAction;
  chooseLocale: FormVoidAction;
};

/** Who is signed in, and the areas they may go to. */
export type ShellUser = { name: string; email: string; areas: Area[] };

/** What the palette finds beyond the menu. */
export type FoundItem = {
  id: string;
  kind: "assistant" | "executive" | "account" | "request";
  label: string;
  description: string;
  href: string;
};

/** Keys that work somewhere; those of one entry are pressed together. */
export type ShortcutGroup = {
  title: string;
  shortcuts: { keys: string[]; label: string }[];
  /** They are no page's own, and stand with those of every page. */
  isEverywhere?: boolean;
};
