import { LockKeyhole } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/layout/badge";
import { Section } from "@/components/ui/layout/page";
import type { ExecutiveProfileView } from "@/lib/executives/schema-profile";
import type { HandoverView } from "@/lib/handovers/schema";

type ProfileSectionsProps = { handover: HandoverView; profile: ExecutiveProfileView | null };

/** Who the executive is to whoever supports them, section by section, as far as the reader may read now. */
export function ProfileSections({ handover, profile }: ProfileSectionsProps) {
  const t = useTranslations("handovers.sheet");
  const isCover = handover.can.includes("ask");
  return (
    <Section title={t("profile", { name: handover.executiveName })}>
      {isCover && profile && (
        <p className="flex items-start gap-2 text-sm text-ink-2 print:hidden">
          <LockKeyhole aria-hidden className="mt-0.5 size-4 shrink-0" />
          {t(profile.mayReadConfidential ? "confidentialNow" : "confidentialLater")}
        </p>
      )}
      {!profile && <p className="text-base text-ink-2">{t("profileOver")}</p>}
      {profile?.sections.length === 0 && <p className="text-base text-ink-2">{t("profileNone")}</p>}
      <div className="grid gap-4">
        {profile?.sections.map((section) => (
          <ProfileSection key={section.id} section={section} />
        ))}
      </div>
    </Section>
  );
}

/** One section as it is read; without its words where they are not the reader's. */
export function ProfileSection({ section }: { section: ExecutiveProfileView["sections"][number] }) {
  const t = useTranslations("handovers");
  const category = t(`executive.categories.${section.category}`);
  return (
    <article className="grid gap-1">
      <h3 className="flex flex-wrap items-center gap-x-2 gap-y-1 text-base font-semibold">
        {section.title ? `${category}: ${section.title}` : category}
        {section.confidential && (
          <Badge tone="outline" icon={<LockKeyhole aria-hidden />}>
            {t("sheet.confidential")}
          </Badge>
        )}
      </h3>
      {section.body === null ? (
        <p className="text-sm text-ink-2">{t("sheet.confidentialShut")}</p>
      ) : (
        <p className="max-w-prose text-base whitespace-pre-line [overflow-wrap:anywhere]">{section.body}</p>
      )}
    </article>
  );
}
