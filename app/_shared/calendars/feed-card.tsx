"use client";
import { CalendarPlus, Link2, Trash2 } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { buttonStyle } from "@/components/ui/forms/button-style";
import { CopyableLink } from "@/components/ui/forms/copyable-link";
import { Form } from "@/components/ui/forms/form";
import { Section } from "@/components/ui/layout/page";
import { feedAddress, webcalAddress } from "@/lib/calendars/rules-address";
import type { FeedView, NewFeed } from "@/lib/calendars/schema";
import type { FormState } from "@/lib/server/form-action";
import { make, remove } from "./actions";

type FeedCardProps = {
  feed: FeedView;
  /** The address people reach Standby at. */
  publicUrl: string;
};

/** One calendar: how its link stands, a new one, and the end of it. A new link is shown once. */
export function FeedCard({ feed, publicUrl }: FeedCardProps) {
  const refusals = useRefusalWords();
  const t = useTranslations("calendars");
  const format = useFormatter();
  const what = t(`kind.${feed.kind}`, { name: feed.name });
  const when = (at: Date) => ({ date: format.dateTime(at, "moment") });
  return (
    <Section title={what}>
      <p className="text-sm text-pretty text-ink-2">
        {t(`explain.${feed.kind}`)} {feed.renewedAt ? t("made", when(feed.renewedAt)) : t("none")}{" "}
        {feed.renewedAt && (feed.lastReadAt ? t("read", when(feed.lastReadAt)) : t("unread"))}
      </p>
      <Form
        action={make}
        refusals={refusals}
        receipt={(answer: FormState<NewFeed>) =>
          answer.status === "done" && (
            <NewLink address={feedAddress(publicUrl, answer.value.token)} what={what} />
          )
        }
      >
        <input type="hidden" name="kind" value={feed.kind} />
        {feed.poolId && <input type="hidden" name="poolId" value={feed.poolId} />}
        <Button
          type="submit"
          aria-label={t(feed.id ? "renewOf" : "makeOf", { what })}
          icon={<Link2 aria-hidden />}
          className="w-fit"
        >
          {t(feed.id ? "renew" : "make")}
        </Button>
      </Form>
      {feed.id && (
        <Form action={remove} refusals={refusals} done={t("removed")}>
          <input type="hidden" name="id" value={feed.id} />
          <Button
            type="submit"
            variant="ghost"
            aria-label={t("removeOf", { what })}
            icon={<Trash2 aria-hidden />}
            className="w-fit"
          >
            {t("remove")}
          </Button>
        </Form>
      )}
    </Section>
  );
}

function NewLink({ address, what }: { address: string; what: string }) {
  const t = useTranslations("calendars");
  return (
    <CopyableLink
      label={t("link", { what })}
      description={t("shownOnce")}
      address={address}
      words={{ copy: t("copy"), copied: t("copied") }}
      className="rounded-lg bg-sunken p-3"
    >
      <a href={webcalAddress(address)} className={buttonStyle("outline")}>
        <CalendarPlus aria-hidden />
        {t("open")}
      </a>
    </CopyableLink>
  );
}
