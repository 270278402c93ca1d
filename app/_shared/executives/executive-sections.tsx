import { useTranslations } from "next-intl";
import { ProfileSection } from "@/app/_shared/handovers/profile-sections";
import { Section } from "@/components/ui/layout/page";
import type { ExecutiveProfileView } from "@/lib/executives/schema-profile";
import type { DutyNames } from "./routine-forms";
import { RoutineSections } from "./routine-sections";
import { AddSectionForm, SectionForms } from "./section-forms";
import { TemplateSection } from "./template-section";

/** All that is kept of an executive: how the executive likes to be supported, what recurs, dates, and access covers need. */
export function ExecutiveSections({ profile, duties }: { profile: ExecutiveProfileView; duties: DutyNames }) {
  const t = useTranslations("handovers.executive");
  const { executiveId, executiveName, sections, mayKeep, isOwn } = profile;
  return (
    <>
      <Section title={isOwn ? t("sections") : t("sectionsOf", { name: executiveName })}>
        {sections.length === 0 && <p className="text-base text-ink-2">{t("sectionsNone")}</p>}
        <div className="grid gap-4">
          {sections.map((section) => (
            <div key={section.id} className="grid gap-1 border-b border-line pb-3 last:border-0">
              <ProfileSection section={section} />
              {mayKeep && section.body !== null && (
                <SectionForms key={section.version} section={section} isOwn={isOwn} />
              )}
            </div>
          ))}
        </div>
        {mayKeep && <AddSectionForm executiveId={executiveId} isOwn={isOwn} />}
      </Section>
      <RoutineSections profile={profile} duties={duties} />
      <TemplateSection profile={profile} />
    </>
  );
}
