import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/layout/avatar";
import { cx } from "@/components/ui/layout/cx";
import { Link } from "@/components/ui/layout/link";
import { AREA_HOME, type Area } from "./areas";
import { FrameIcon } from "./frame-icon";
import { LanguageForm, ThemeForm } from "./preference-forms";
import type { FormVoidAction, Preferences, ShellUser } from "./shell-types";
import { SignOutForm } from "./sign-out-form";

const row = cx(
  "flex h-8 w-full cursor-default items-center gap-2.5 rounded-md px-2 text-left text-sm text-ink hover:bg-sunken touch:h-11",
  "focus-visible:-outline-offset-2 [&_svg]:text-ink-2",
);

export type UserPanelProps = {
  area: Area;
  user: ShellUser;
  preferences: Preferences;
  signOut: FormVoidAction;
};

/** Who is signed in, their calendar links and sign-in, the other areas, appearance, language and the way out. */
export function UserPanel({ area, user, preferences, signOut }: UserPanelProps) {
  const t = useTranslations("nav");
  const others = user.areas.filter((other) => other !== area);
  return (
    <div className="grid gap-2">
      <div className="flex items-center gap-2.5 px-2 pt-1">
        <Avatar name={user.name} />
        <p className="min-w-0 text-sm">
          <span className="sr-only">{t("user.signedInAs")} </span>
          <span className="block truncate font-medium">{user.name}</span>
          <span className="block truncate text-xs text-ink-2">{user.email}</span>
        </p>
      </div>
      {area !== "admin" && (
        <Link href={`/${area}/feeds`} className={row}>
          <FrameIcon name="calendar-sync" />
          {t("feeds")}
        </Link>
      )}
      <Link href={`/${area}/security`} className={row}>
        <FrameIcon name="key-round" />
        {t("security")}
      </Link>
      {others.length > 0 && (
        <nav aria-label={t("user.switchArea")} className="border-t border-line pt-2">
          <p aria-hidden className="px-2 pb-1 text-xs font-medium text-ink-3">
            {t("user.switchArea")}
          </p>
          {others.map((other) => (
            <Link key={other} href={AREA_HOME[other]} className={row}>
              <span className="flex-1">{t(`area.${other}`)}</span>
              <FrameIcon name="arrow-right" />
            </Link>
          ))}
        </nav>
      )}
      <div className="grid gap-3 border-t border-line px-2 pt-3">
        <ThemeForm {...preferences} />
        <LanguageForm {...preferences} />
      </div>
      <SignOutForm action={signOut} className="border-t border-line pt-1">
        <button type="submit" className={row}>
          <FrameIcon name="log-out" />
          {t("user.signOut")}
        </button>
      </SignOutForm>
    </div>
  );
}
