"use client";
import { Link2, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { CopyableLink } from "@/components/ui/forms/copyable-link";
import { Form } from "@/components/ui/forms/form";
import type { FilingLinkView } from "@/lib/requests/links/schema";
import type { FormState } from "@/lib/server/form-action";
import { remove, renew } from "../actions";

/** Makes the personal link, anew or for the first time, and takes it away. A new one is shown once. */
export function PersonalLink({ isMade }: { isMade: boolean }) {
  const t = useTranslations("requests.link");
  const refusals = useRefusalWords();
  return (
    <>
      <Form
        action={renew}
        refusals={refusals}
        receipt={(answer: FormState<FilingLinkView>) =>
          answer.status === "done" && <NewLink {...answer.value} />
        }
      >
        <Button type="submit" icon={<Link2 aria-hidden />} className="w-fit">
          {t(isMade ? "renew" : "make")}
        </Button>
      </Form>
      {isMade && (
        <Form action={remove} refusals={refusals} done={t("removed")}>
          <Button type="submit" variant="ghost" icon={<Trash2 aria-hidden />} className="w-fit">
            {t("remove")}
          </Button>
        </Form>
      )}
    </>
  );
}

function NewLink({ link, address }: FilingLinkView) {
  const t = useTranslations("requests.link");
  const words = { copy: t("copy"), copied: t("copied") };
  return (
    <div className="grid gap-3">
      <CopyableLink
        label={t("personal")}
        description={t("shownOnce")}
        address={link}
        words={words}
        className="rounded-lg bg-sunken p-3"
      />
      {address && (
        <CopyableLink
          label={t("personalAddress")}
          description={t("personalAddressHint")}
          address={address}
          words={words}
          className="rounded-lg bg-sunken p-3"
        />
      )}
    </div>
  );
}
