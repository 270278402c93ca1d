import { useTranslations } from "next-intl";
import { RampSteps } from "@/components/mentoring/ramp-steps";
import { useDayWords } from "@/components/time/use-day-words";
import { Section } from "@/components/ui/layout/page";
import type { RampStepView } from "@/lib/assistants/schema-ramp";
import type { MeetingTime } from "@/lib/mentoring/meetings/rules";
import type { MentoringNoteView } from "@/lib/mentoring/notes/schema";
import { stageOf } from "@/lib/mentoring/pairs/rules";
import type { MentorshipView } from "@/lib/mentoring/pairs/schema";
import { type Day, day } from "@/lib/time/day";
import { sign } from "../actions";
import { Goals } from "./goals";
import { Meetings } from "./meetings";
import { Notes } from "./notes";
import { PairMoves } from "./pair-moves";

type PairSectionProps = {
  pair: MentorshipView;
  isMentor: boolean;
  notes: readonly MentoringNoteView[];
  times: readonly MeetingTime[];
  steps: readonly RampStepView[];
  dutyNames: Readonly<Record<string, string>>;
  today: Day;
};

/** One mentorship: what to talk about, the next meeting, the goals, the notes, and the steps to sign off. */
export function PairSection(props: PairSectionProps) {
  const { pair, isMentor, notes, times, steps, dutyNames, today } = props;
  const t = useTranslations("mentoring");
  const dayWords = useDayWords();
  const name = isMentor ? pair.mentee : pair.mentor;
  const isPaused = pair.status === "paused";
  return (
    <Section
      title={t(`role.${isMentor ? "mentor" : "mentee"}`, { name })}
      meta={t("until", { cadence: t(`cadence.${pair.cadence}`), day: dayWords(pair.endsOn) })}
    >
      <div className="grid gap-6">
        <p className="text-base text-ink-2">
          {isPaused ? t("paused") : t(`stage.${stageOf(day(pair.startsOn), day(pair.endsOn), today)}`)}
        </p>
        {!isPaused && (
          <Part title={t("meeting.title")}>
            <Meetings pair={pair} times={times} today={today} />
          </Part>
        )}
        <Part title={t("goals.title")}>
          <Goals pair={pair} />
        </Part>
        {steps.length > 0 && (
          <Part title={t("ramp.of", { name })}>
            <RampSteps
              assistantId={pair.menteeId}
              {...{ steps, dutyNames, today }}
              {...(!isPaused && { sign })}
            />
          </Part>
        )}
        <Part title={t("notes.title")}>
          <Notes mentorshipId={pair.id} notes={notes} />
        </Part>
        <PairMoves pair={pair} />
      </div>
    </Section>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="grid gap-2">
      <h3 className="text-sm font-semibold">{title}</h3>
      {children}
    </div>
  );
}
