import { getTranslations } from "next-intl/server";
import { AbsenceBadge } from "@/components/absences/absence-badge";
import { useRangeWords } from "@/components/time/use-range-words";
import { DetailPanel, stepsFrom } from "@/components/ui/layout/list-detail";
import { PanelHead } from "@/components/ui/layout/panel-head";
import type { AbsenceView } from "@/lib/absences/requests/schema";
import { orNotFound } from "@/lib/server/page";
import { absencesAddress } from "../../absences-address";
import { CardBody } from "../card/card-body";
import { Decision, hasDecision } from "../card/decision";
import { readCard } from "../card/read-card";
import type { AbsencesShown } from "./absence-list";

type AbsencePanelProps = AbsencesShown & { id: string; picks: readonly string[] };

/** The absence that is open of the list, with the ways to the one before it and after it. */
export async function AbsencePanel({ ctx, address, typeNames, rows, id, picks }: AbsencePanelProps) {
  const t = await getTranslations("common.list");
  const read = await orNotFound(() => readCard(ctx, id, picks));
  const { absence } = read.card;
  const ids = rows.items.map((row) => row.id);
  const hrefOf = (open: string) => absencesAddress(address, { open, cursor: address.cursor });
  return (
    <DetailPanel
      label={absence.assistantName}
      foot={hasDecision(read.card) && <Decision card={read.card} isOwn={read.isOwn} />}
    >
      <PanelHead
        title={absence.assistantName}
        meta={<When absence={absence} typeName={typeNames[absence.type] ?? absence.type} />}
        page={{ href: `/manager/absences/${id}`, label: t("page") }}
        close={{ href: absencesAddress(address, { cursor: address.cursor }), label: t("close") }}
        {...stepsFrom(ids, id, hrefOf)}
      />
      {absence.note && <p className="text-base [overflow-wrap:anywhere]">“{absence.note}”</p>}
      <CardBody {...read} address={hrefOf(id)} />
    </DetailPanel>
  );
}

function When({ absence, typeName }: { absence: AbsenceView; typeName: string }) {
  const stretch = useRangeWords();
  return (
    <>
      <span className="tnum">
        {typeName} · {stretch(absence)}
      </span>
      <AbsenceBadge status={absence.status} />
    </>
  );
}
