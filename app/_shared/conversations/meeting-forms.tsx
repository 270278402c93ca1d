"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { DateField } from "@/components/ui/dates/date-field";
import { TimeField } from "@/components/ui/dates/time-field";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { Select } from "@/components/ui/forms/select";
import { TextArea } from "@/components/ui/forms/text-area";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { CaseView } from "@/lib/disputes/cases/schema";
import { CaseFields } from "./case-fields";
import { answerInvitation, callOff, consent, invite, takeBack, wasHeld } from "./mediation-actions";

type MeetingFormProps = { caseId: string; meetingId: string };

/** Invites one person to a meeting of their own, or all to one together. */
export function InviteForm({ view, people }: { view: CaseView; people: { userId: string; name: string }[] }) {
  const t = useTranslations("conversations.meeting");
  return (
    <Form action={invite} done={t("invited")} refusals={useRefusalWords()} keepsNothing className="gap-3">
      <CaseFields view={view} />
      <input type="hidden" name="kind" value={people.length > 0 ? "separate" : "joint"} />
      {people.length > 0 && (
        <Select
          name="withId"
          label={t("with")}
          options={people.map(({ userId, name }) => ({ value: userId, label: name }))}
        />
      )}
      <DateField name="on" label={t("on")} isRequired />
      <div className="flex gap-3">
        <TimeField name="startMinute" label={t("from")} isRequired />
        <TimeField name="endMinute" label={t("to")} isRequired />
      </div>
      <TextArea
        name="words"
        label={t("words")}
        description={t("explain")}
        maxLength={2_000}
        autoComplete="off"
        isRequired
      />
      <Button type="submit" variant="primary" className="w-fit">
        {t("invite")}
      </Button>
    </Form>
  );
}

/** Says that a meeting was held. */
export function HeldForm({ caseId, meetingId }: MeetingFormProps) {
  const t = useTranslations("conversations.meeting");
  return (
    <Form action={wasHeld} done={t("heldDone")} refusals={useRefusalWords()} keepsNothing>
      <MeetingFields caseId={caseId} meetingId={meetingId} />
      <Button type="submit" variant="primary" className="w-fit">
        {t("held")}
      </Button>
    </Form>
  );
}

/** Calls a meeting off. */
export function CallOffForm({ caseId, meetingId }: MeetingFormProps) {
  const t = useTranslations("conversations.meeting");
  return (
    <Form action={callOff} done={t("cancelledDone")} refusals={useRefusalWords()} keepsNothing>
      <MeetingFields caseId={caseId} meetingId={meetingId} />
      <Button type="submit" variant="ghost" className="w-fit">
        {t("cancel")}
      </Button>
    </Form>
  );
}

/** Yes or no to a meeting; a no needs no reason. */
export function AnswerForm({ caseId, meetingId }: MeetingFormProps) {
  const t = useTranslations("conversations.meeting");
  return (
    <Form action={answerInvitation} done={t("answered")} refusals={useRefusalWords()} keepsNothing>
      <MeetingFields caseId={caseId} meetingId={meetingId} />
      <div className="flex gap-2">
        <Button type="submit" name="comes" value="yes" variant="primary" className="max-md:flex-1">
          {t("yes")}
        </Button>
        <Button type="submit" name="comes" value="no" className="max-md:flex-1">
          {t("no")}
        </Button>
      </div>
      <p className="text-sm text-ink-2">{t("noReason")}</p>
    </Form>
  );
}

/** Says yes to meeting the others; who does nothing has not said no to anybody. */
export function ConsentForm({ caseId }: { caseId: string }) {
  const t = useTranslations("conversations.consent");
  return (
    <Form action={consent} done={t("given")} refusals={useRefusalWords()} keepsNothing>
      <input type="hidden" name="id" value={caseId} />
      <Button type="submit" variant="primary" className="w-fit">
        {t("give")}
      </Button>
      <p className="text-sm text-ink-2">{t("explain")}</p>
    </Form>
  );
}

/** Takes one's yes back, until the meeting of all begins. */
export function TakeBackForm({ caseId }: { caseId: string }) {
  const t = useTranslations("conversations.consent");
  return (
    <Disclosure summary={t("changeMind")} tone="quiet">
      <Form
        action={takeBack}
        done={t("withdrawn")}
        refusals={useRefusalWords()}
        keepsNothing
        className="gap-2 py-1"
      >
        <input type="hidden" name="id" value={caseId} />
        <p className="text-sm text-ink-2">{t("withdrawExplain")}</p>
        <Button type="submit" className="w-fit">
          {t("withdraw")}
        </Button>
      </Form>
    </Disclosure>
  );
}

function MeetingFields({ caseId, meetingId }: MeetingFormProps) {
  return (
    <>
      <input type="hidden" name="id" value={caseId} />
      <input type="hidden" name="meetingId" value={meetingId} />
    </>
  );
}
