import { useTranslations } from "next-intl";
import type { z } from "zod";
import { LinkButton } from "@/components/ui/forms/link-button";
import { listAbsences } from "@/lib/absences/requests/queries";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { type AbsencesAsked, absencesAddress } from "../absences-address";
import type { AbsencesAddress } from "../form-input";
import { AbsenceRows } from "./absence-rows";
import { NoAbsences } from "./no-absences";

/** What both views of the page need. */
export type AbsencesShown = {
  ctx: Ctx<Manager>;
  filter: z.output<typeof AbsencesAddress>;
  address: AbsencesAsked;
  typeNames: Record<string, string>;
};

/** The absences of one status, page by page. */
export async function AbsenceList({ ctx, filter, address, typeNames }: AbsencesShown) {
  const { items, nextCursor } = await listAbsences(ctx, filter);
  if (items.length === 0) return <NoAbsences kind="list" q={filter.q} />;
  return (
    <>
      <AbsenceRows absences={items} typeNames={typeNames} ownAssistantId={ctx.actor.assistant?.id ?? null} />
      <AbsencePages asked={address} nextCursor={nextCursor} />
    </>
  );
}

type AbsencePagesProps = { asked: AbsencesAsked; nextCursor: string | null };

/** The way to the next page of absences, and back to the start. */
export function AbsencePages({ asked, nextCursor }: AbsencePagesProps) {
  const t = useTranslations("absences");
  if (!asked.cursor && !nextCursor) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {asked.cursor && <LinkButton href={absencesAddress(asked)}>{t("first")}</LinkButton>}
      {nextCursor && (
        <LinkButton href={absencesAddress(asked, { cursor: nextCursor })}>{t("next")}</LinkButton>
      )}
    </div>
  );
}
