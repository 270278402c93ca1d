import { useLocale, useTranslations } from "next-intl";
import { Facts } from "@/components/ui/layout/facts";
import { capitalised, languageName } from "@/lib/assistants/rules-names";
import { localeOf, nameIn } from "@/lib/i18n/locales";

type Duty = { id: string; nameEn: string; nameSv: string };

type SkillListProps = { skills: readonly { dutyId: string; proficiency: number }[]; duties: readonly Duty[] };

/** Duties an assistant masters, the best first. */
export function SkillList({ skills, duties }: SkillListProps) {
  const t = useTranslations("people");
  const locale = localeOf(useLocale());
  if (skills.length === 0) return <p className="text-ink-2">{t("assistants.noSkills")}</p>;
  const nameOf = new Map(duties.map((duty) => [duty.id, nameIn(locale, duty)]));
  const facts = [...skills]
    .sort((a, b) => b.proficiency - a.proficiency)
    .map(({ dutyId, proficiency }) => ({
      label: nameOf.get(dutyId) ?? dutyId,
      value: t(`proficiency.${proficiency as 1}`),
    }));
  return <Facts facts={facts} />;
}

type LanguageListProps = {
  languages: readonly { language: string; level: string | null }[];
  none: string;
  anyLevel?: string;
};

/** Languages and their levels. */
export function LanguageList({ languages, none, anyLevel }: LanguageListProps) {
  const locale = localeOf(useLocale());
  if (languages.length === 0) return <p className="text-ink-2">{none}</p>;
  const facts = languages.map(({ language, level }) => ({
    label: capitalised(languageName(language, locale)),
    value: level ?? anyLevel,
  }));
  return <Facts facts={facts} />;
}
