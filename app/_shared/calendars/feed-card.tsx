"use client";
import { CalendarPlus, Copy, Link2, Trash2 } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useRef } from "react";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { buttonStyle } from "@/components/ui/forms/button-style";
import { Form } from "@/components/ui/forms/form";
import { TextField } from "@/components/ui/forms/text-field";
import { Section } from "@/components/ui/layout/page";
import { notify } from "@/components/ui/overlays/toast";
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
  const box = useRef<HTMLDivElement>(null);
  async function copy() {
    box.current?.querySelector("input")?.select();
    await navigator.clipboard?.writeText(address);
    notify(t("copied"));
  }
  return (
    <div ref={box} role="status" className="flex w-full flex-wrap items-end gap-2 rounded-lg bg-sunken p-3">
      <TextField
        name="link"
        label={t("link", { what })}
        description={t("shownOnce")}
        value={address}
        readOnly
        className="min-w-0 flex-1 basis-72"
      />
      <Button onPress={copy} icon={<Copy aria-hidden />}>
        {t("copy")}
      </Button>
      <a href={webcalAddress(address)} className={buttonStyle("outline")}>
        <CalendarPlus aria-hidden />
        {t("open")}
      </a>
    </div>
  );
}
