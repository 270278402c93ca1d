import { useFormatter, useTranslations } from "next-intl";
import { RequestBadge } from "@/components/requests/request-list";
import { Badge } from "@/components/ui/layout/badge";
import { Section } from "@/components/ui/layout/page";
import type { HandoverView } from "@/lib/handovers/schema";
import type { SupportRequestView } from "@/lib/requests/schema";
import { ReportForm } from "./report-form";

/** What the cover noted, and what became different at the executive meanwhile. */
export function ChangesSection({ handover }: { handover: HandoverView }) {
  const t = useTranslations("handovers.report");
  const format = useFormatter();
  const notes = handover.items.filter((item) => item.kind === "happened" || item.kind === "changed");
  return (
    <>
      <Section title={t("title")} meta={notes.length || undefined}>
        {notes.length === 0 && <p className="text-base text-ink-2">{t("none")}</p>}
        <ul className="grid gap-2 empty:hidden">
          {notes.map((note) => (
            <li key={note.id} className="grid gap-0.5 border-l-[3px] border-cover-bar pl-3">
              <p className="flex flex-wrap items-center gap-2">
                <span className="text-base whitespace-pre-line [overflow-wrap:anywhere]">{note.text}</span>
                <Badge tone="outline" icon={null}>
                  {t(note.kind === "changed" ? "changed" : "happened")}
                </Badge>
              </p>
              <p className="tnum text-xs text-ink-2">
                {[note.byName, format.dateTime(new Date(note.createdAt), "moment")]
                  .filter(Boolean)
                  .join(", ")}
              </p>
            </li>
          ))}
        </ul>
        {handover.can.includes("report") && <ReportForm id={handover.id} />}
      </Section>
      {handover.changes && <ChangesSinceReading changes={handover.changes} />}
    </>
  );
}

function ChangesSinceReading({ changes }: { changes: NonNullable<HandoverView["changes"]> }) {
  const t = useTranslations("handovers");
  const { requestsClosed, requestsNew, profileSections } = changes;
  const isEmpty = requestsClosed.length + requestsNew.length + profileSections.length === 0;
  return (
    <Section title={t("changes.title")}>
      {isEmpty && <p className="text-base text-ink-2">{t("changes.none")}</p>}
      <Requests title={t("changes.closed")} requests={requestsClosed} />
      <Requests title={t("changes.new")} requests={requestsNew} />
      {profileSections.length > 0 && (
        <div className="grid gap-1">
          <h3 className="text-sm font-medium text-ink-2">{t("changes.profile")}</h3>
          <p className="text-base">
            {profileSections
              .map(({ category }) => t(`executive.categories.${category as "other"}`))
              .join(", ")}
          </p>
        </div>
      )}
    </Section>
  );
}

type RequestsProps = { title: string; requests: { id: string; summary: string; status: string }[] };

function Requests({ title, requests }: RequestsProps) {
  if (requests.length === 0) return null;
  return (
    <div className="grid gap-1">
      <h3 className="text-sm font-medium text-ink-2">{title}</h3>
      <ul className="grid gap-1">
        {requests.map(({ id, summary, status }) => (
          <li key={id} className="flex flex-wrap items-center gap-2 text-base">
            <span className="[overflow-wrap:anywhere]">{summary}</span>
            <RequestBadge status={status as SupportRequestView["status"]} />
          </li>
        ))}
      </ul>
    </div>
  );
}
