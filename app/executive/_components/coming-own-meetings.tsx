import { useTranslations } from "next-intl";
import { ComingMeetings } from "@/components/meetings/coming-meetings";
import type { SettledMeeting } from "@/lib/meetings/queries-coming";
import { SupportPart } from "./support-part";

/** The executive's next settled meetings. */
export function ComingOwnMeetings({ meetings }: { meetings: readonly SettledMeeting[] }) {
  const t = useTranslations("meetings");
  if (meetings.length === 0) return null;
  return (
    <SupportPart title={t("mine")} count={meetings.length}>
      <ComingMeetings meetings={meetings} hrefOf={() => "/executive/meetings"} isWithin />
    </SupportPart>
  );
}
