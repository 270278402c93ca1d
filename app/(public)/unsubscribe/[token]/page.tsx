import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/components/shell/public-frame";
import { LinkButton } from "@/components/ui/forms/link-button";
import { PlainButton } from "@/components/ui/forms/plain-button";
import { Notice } from "@/components/ui/layout/notice";
import { asAnyone } from "@/lib/auth/guards";
import { readUnsubscribe } from "@/lib/notices/service-unsubscribe";
import { getPreferences } from "../../../preferences";
import { stopMail } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("noticeSettings.unsubscribe"))("title") };
}

export default async function UnsubscribePage({ params, searchParams }: PageProps<"/unsubscribe/[token]">) {
  const { token } = await params;
  const t = await getTranslations("noticeSettings.unsubscribe");
  const read = await readUnsubscribe(asAnyone(), token);
  const { done } = await searchParams;
  return (
    <PublicFrame preferences={await getPreferences()}>
      <h1 className="text-xl font-semibold tracking-tight">{t("title")}</h1>
      {!read && (
        <>
          <Notice>{t("unknown")}</Notice>
          <LinkButton href="/sign-in">{t("signIn")}</LinkButton>
        </>
      )}
      {read && done && <Notice role="status">{t("done")}</Notice>}
      {read && !done && <StopMail token={token} kinds={read.kinds} />}
    </PublicFrame>
  );
}

async function StopMail({ token, kinds }: { token: string; kinds: string[] }) {
  const t = await getTranslations("noticeSettings");
  return (
    <form action={stopMail.bind(null, token)} className="grid justify-items-start gap-4">
      <p className="text-base text-ink-2">{t("unsubscribe.lead")}</p>
      <ul className="list-disc pl-5 text-base">
        {kinds.map((kind) => (
          <li key={kind}>{t(`kind.${kind as "cover_assigned"}`)}</li>
        ))}
      </ul>
      <PlainButton type="submit" variant="primary" className="h-10 touch:h-11">
        {t("unsubscribe.submit")}
      </PlainButton>
    </form>
  );
}
