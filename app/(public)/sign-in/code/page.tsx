import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/components/shell/public-frame";
import { LinkButton } from "@/components/ui/forms/link-button";
import { readChallenge } from "@/lib/accounts/service-challenges";
import { getChallengeToken } from "@/lib/auth/cookie";
import { asAnyone } from "@/lib/auth/guards";
import { localPath } from "@/lib/server/request-guard";
import { getPreferences } from "../../../preferences";
import { CodeForm } from "./code-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.code"))("title") };
}

export default async function CodePage({ searchParams }: PageProps<"/sign-in/code">) {
  const t = await getTranslations("auth.code");
  const asked = await searchParams;
  const next = localPath(asked.next);
  const challenge = await readChallenge(asAnyone(), await getChallengeToken());
  const byRecovery = asked.with === "recovery";
  const other = new URLSearchParams({ ...(next && { next }), ...(!byRecovery && { with: "recovery" }) });
  return (
    <PublicFrame preferences={await getPreferences()}>
      <div className="grid gap-1">
        <h1 className="text-xl font-semibold tracking-tight">{t("title")}</h1>
        <p className="text-base text-pretty break-words text-ink-2">
          {challenge ? t("lead", challenge) : t("over")}
        </p>
      </div>
      {challenge ? (
        <>
          <CodeForm key={String(byRecovery)} {...challenge} next={next} byRecovery={byRecovery} />
          <div className="grid justify-items-start gap-2 text-sm">
            <a href={`/sign-in/code?${other}`} className="underline underline-offset-2">
              {t(byRecovery ? "useApp" : "useRecovery")}
            </a>
            <p className="text-ink-2">{t("lost")}</p>
          </div>
        </>
      ) : (
        <LinkButton href="/sign-in" variant="primary" className="w-fit">
          {t("again")}
        </LinkButton>
      )}
    </PublicFrame>
  );
}
