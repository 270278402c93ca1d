import { useTranslations } from "next-intl";
import type { z } from "zod";
import { LinkButton } from "@/components/ui/forms/link-button";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Section } from "@/components/ui/layout/page";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { type AbsencesAsked, absencesAddress } from "../../absences-address";
import type { AbsencesAddress, AbsenceTab } from "../../form-input";
import { Leavers } from "../leavers";
import { AbsenceArea } from "./absence-area";
import { AbsenceRow, ROW_COLUMNS } from "./absence-row";
import type { ReadRows } from "./read-rows";

/** What every part of the page needs. */
export type AbsencesShown = {
  ctx: Ctx<Manager>;
  tab: AbsenceTab;
  filter: z.output<typeof AbsencesAddress>;
  address: AbsencesAsked;
  typeNames: Record<string, string>;
  rows: ReadRows;
};

/** The absences of a tab, page by page; who leaves and still has leave comes after what is to be decided. */
export function AbsenceList({ ctx, tab, filter, address, typeNames, rows }: AbsencesShown) {
  const t = useTranslations("absences");
  const { items, effects, amounts, leavers } = rows;
  if (items.length + leavers.length === 0) return <NoAbsences tab={tab} q={filter.q} />;
  return (
    <>
      {items.length > 0 && (
        <div>
          <RowHead />
          <AbsenceArea rows={items.map(factsOf)} open={filter.open}>
            <ul>
              {items.map((absence) => (
                <AbsenceRow
                  key={absence.id}
                  absence={absence}
                  typeName={typeNames[absence.type] ?? absence.type}
                  effect={effects.get(absence.id)}
                  amount={amounts.get(absence.id)}
                  isOpen={absence.id === filter.open}
                  isOwn={absence.assistantId === ctx.actor.assistant?.id}
                  isAway={tab === "now"}
                />
              ))}
            </ul>
          </AbsenceArea>
        </div>
      )}
      <AbsencePages asked={address} nextCursor={rows.nextCursor} />
      {leavers.length > 0 && (
        <Section title={t("leavers.title")} meta={leavers.length} className="mx-(--edge)">
          <Leavers leavers={leavers} />
        </Section>
      )}
    </>
  );
}

function factsOf({ id, version, status, canDecide, assistantId, assistantName }: ReadRows["items"][number]) {
  return { id, version, status, canDecide, assistantId, name: assistantName };
}

function RowHead() {
  const t = useTranslations("absences.column");
  return (
    <div aria-hidden className={`row-head ${ROW_COLUMNS}`}>
      <span>{t("assistant")}</span>
      <span>{t("when")}</span>
      <span>{t("effect")}</span>
      <span className="max-lg:hidden">{t("balance")}</span>
    </div>
  );
}

/** An empty list of absences: nobody is called that, or there is none. */
function NoAbsences({ tab, q }: { tab: AbsenceTab; q: string | undefined }) {
  const t = useTranslations("absences");
  const common = useTranslations("common.action");
  if (q)
    return (
      <EmptyState
        className="mx-(--edge) mt-6"
        action={<LinkButton href="/manager/absences">{common("clear")}</LinkButton>}
      >
        {t("empty.search", { query: q })}
      </EmptyState>
    );
  return (
    <EmptyState
      className="mx-(--edge) mt-6"
      action={<LinkButton href="/manager/absences/new">{t("record")}</LinkButton>}
    >
      {t(`empty.${tab}`)}
    </EmptyState>
  );
}

type AbsencePagesProps = { asked: AbsencesAsked; nextCursor: string | null };

/** The way to the next page of absences, and back to the start. */
function AbsencePages({ asked, nextCursor }: AbsencePagesProps) {
  const t = useTranslations("absences");
  if (!asked.cursor && !nextCursor) return null;
  return (
    <div className="flex flex-wrap gap-2 px-(--edge)">
      {asked.cursor && <LinkButton href={absencesAddress(asked)}>{t("first")}</LinkButton>}
      {nextCursor && (
        <LinkButton href={absencesAddress(asked, { cursor: nextCursor })}>{t("next")}</LinkButton>
      )}
    </div>
  );
}
