import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { segmentedStyle, segmentStyle } from "@/components/ui/forms/segment-style";
import { cx } from "@/components/ui/layout/cx";
import { LOCALES } from "@/lib/i18n/locales";
import { FrameIcon } from "./frame-icon";
import type { FormVoidAction, Preferences } from "./shell-types";

export const THEME_ICONS = { system: "monitor", light: "sun", dark: "moon" } as const;
export const THEMES = ["system", "light", "dark"] as const;
export const LANGUAGE_NAMES = { en: "English", sv: "Svenska" };

/** Light or dark, as a form of three buttons. */
export function ThemeForm({ theme, chooseTheme }: Pick<Preferences, "theme" | "chooseTheme">) {
  const t = useTranslations("nav.theme");
  return (
    <ChoiceForm label={t("label")} action={chooseTheme}>
      {THEMES.map((value) => (
        <Segment key={value} name="theme" value={value} isChosen={theme === value}>
          <FrameIcon name={THEME_ICONS[value]} />
          {t(value)}
        </Segment>
      ))}
    </ChoiceForm>
  );
}

/** English or Swedish, each named in itself. */
export function LanguageForm({ locale, chooseLocale }: Pick<Preferences, "locale" | "chooseLocale">) {
  const t = useTranslations("nav.language");
  return (
    <ChoiceForm
      label={t("label")}
      action={chooseLocale}
      icon={<FrameIcon name="languages" className="size-3.5" />}
    >
      {LOCALES.map((value) => (
        <Segment key={value} name="locale" value={value} lang={value} isChosen={locale === value}>
          {LANGUAGE_NAMES[value]}
        </Segment>
      ))}
    </ChoiceForm>
  );
}

type ChoiceFormProps = { label: string; icon?: ReactNode; action: FormVoidAction; children: ReactNode };

function ChoiceForm({ label, icon, action, children }: ChoiceFormProps) {
  return (
    <form action={action}>
      <fieldset className="grid">
        <legend className="mb-1 flex items-center gap-1.5 text-xs font-medium text-ink-3">
          {icon}
          {label}
        </legend>
        <div className={cx(segmentedStyle, "grid w-full auto-cols-fr grid-flow-col")}>{children}</div>
      </fieldset>
    </form>
  );
}

type SegmentProps = { name: string; value: string; lang?: string; isChosen: boolean; children: ReactNode };

function Segment({ name, value, lang, isChosen, children }: SegmentProps) {
  return (
    <button
      type="submit"
      name={name}
      value={value}
      lang={lang}
      aria-pressed={isChosen}
      className={cx(segmentStyle, "px-1.5 touch:px-1.5")}
    >
      {children}
    </button>
  );
}
