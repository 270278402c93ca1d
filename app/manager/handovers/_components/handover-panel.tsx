import { getTranslations } from "next-intl/server";
import { AccessSection } from "@/app/_shared/handovers/access-section";
import { Guidance } from "@/app/_shared/handovers/guidance";
import { NextStep } from "@/app/_shared/handovers/next-step";
import { OthersSection } from "@/app/_shared/handovers/others-section";
import { QuestionSection } from "@/app/_shared/handovers/question-section";
import { RangeText } from "@/app/_shared/handovers/range-text";
import { HandoverBadge } from "@/components/handovers/handover-badge";
import { DetailPanel, stepsFrom } from "@/components/ui/layout/list-detail";
import { PanelHead } from "@/components/ui/layout/panel-head";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { requireHandover } from "@/lib/handovers/queries";
import { orNotFound } from "@/lib/server/page";
import { type HandoversAsked, handoversAddress } from "./handovers-address";

const STEPS = ["acknowledge", "markReady", "handBack", "close"] as const;

type HandoverPanelProps = {
  ctx: Ctx<Manager>;
  id: string;
  /** The list's handovers in their order. */
  ids: readonly string[];
  asked: HandoversAsked;
};

/** The handover that is open of the list: who covers, what is missing, and what can be done about it. */
export async function HandoverPanel({ ctx, id, ids, asked }: HandoverPanelProps) {
  const list = await getTranslations("common.list");
  const handover = await orNotFound(() => requireHandover(ctx, id));
  const { cursor } = asked;
  const hrefOf = (open?: string) => handoversAddress(asked, { open, cursor });
  return (
    <DetailPanel
      label={handover.executiveName}
      foot={STEPS.some((step) => handover.can.includes(step)) && <NextStep handover={handover} />}
    >
      <PanelHead
        title={handover.executiveName}
        meta={
          <>
            <RangeText range={handover} />
            <HandoverBadge status={handover.status} />
          </>
        }
        page={{ href: `/manager/handovers/${id}`, label: list("page") }}
        close={{ href: hrefOf(), label: list("close") }}
        {...stepsFrom(ids, id, hrefOf)}
      />
      <Guidance handover={handover} />
      <AccessSection handover={handover} />
      <QuestionSection handover={handover} />
      <OthersSection handover={handover} />
    </DetailPanel>
  );
}
