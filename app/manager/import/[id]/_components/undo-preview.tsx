import { useTranslations } from "next-intl";
import { Facts } from "@/components/ui/layout/facts";
import { Section } from "@/components/ui/layout/page";
import { UNDO_KINDS, type UndoReport } from "@/lib/imports/undo/schema";

/** What taking an import back would do, and what stays, each with its reason. */
export function UndoPreview({ report }: { report: UndoReport }) {
  const t = useTranslations("imports.undo");
  const gone = UNDO_KINDS.filter((kind) => (report.gone[kind] ?? 0) > 0);
  return (
    <>
      <Section title={t("goes")}>
        {gone.length > 0 ? (
          <Facts facts={gone.map((kind) => ({ label: t(`kind.${kind}`), value: report.gone[kind] }))} />
        ) : (
          <p className="text-base text-ink-2">{t("nothing")}</p>
        )}
        <p className="text-xs text-pretty text-ink-2">{t("keeps")}</p>
      </Section>
      {report.stayCount > 0 && (
        <Section title={t("stays")} meta={report.stayCount}>
          <ul className="grid gap-1 text-sm">
            {report.stays.map(({ id, kind, name, because }) => (
              <li key={`${kind} ${id}`} className="border-b border-hair py-2">
                {t("stay", { name, kind: t(`kind.${kind}`), because: t(`because.${because}`) })}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
