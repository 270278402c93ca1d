import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { QrCode } from "@/components/accounts/qr-code";
import { PublicFrame } from "@/components/shell/public-frame";
import { SignOutForm } from "@/components/shell/sign-out-form";
import { LinkButton } from "@/components/ui/forms/link-button";
import type { FactorOffer } from "@/lib/accounts/schema-factor";
import { offerFactor } from "@/lib/accounts/service-factor";
import { requireEntering } from "@/lib/auth/guards";
import { homeOf } from "@/lib/auth/person";
import { localPath } from "@/lib/server/request-guard";
import { getPreferences } from "../../preferences";
import { signOut } from "../../session-actions";
import { SetUpFactor } from "./set-up-factor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.factor"))("title") };
}

export default async function SecondFactorPage({ searchParams }: PageProps<"/second-factor">) {
  const ctx = await requireEntering();
  const t = await getTranslations("accounts.factor");
  const { next } = await searchParams;
  const offered = offerFactor(ctx);
  const page = localPath(next) ?? homeOf(ctx.actor);
  const lead = ctx.actor.mustHaveFactor ? t("leadMandatory") : t("lead");
  return (
    <PublicFrame preferences={await getPreferences()}>
      <div className="grid gap-1">
        <h1 className="text-xl font-semibold tracking-tight">{t("title")}</h1>
        <p className="text-base text-pretty text-ink-2">{offered.ok ? lead : t("isOn")}</p>
      </div>
      <SetUpFactor offer={offered.ok ? <Offer {...offered.value} /> : null} />
      <WayOut isOn={!offered.ok} isMandatory={ctx.actor.mustHaveFactor} page={page} />
    </PublicFrame>
  );
}

type WayOutProps = { isOn: boolean; isMandatory: boolean; page: string };

/** On to where the person was heading once it is set up, or may be left; else nothing is open but the way out. */
async function WayOut({ isOn, isMandatory, page }: WayOutProps) {
  const t = await getTranslations("accounts.factor");
  const line = "w-fit text-sm text-ink-2 underline underline-offset-2";
  if (isOn)
    return (
      <LinkButton href={page} variant="primary" className="w-fit">
        {t("goOn")}
      </LinkButton>
    );
  if (!isMandatory)
    return (
      <a href={page} className={line}>
        {t("notNow")}
      </a>
    );
  return (
    <SignOutForm action={signOut}>
      <button type="submit" className={line}>
        {t("signOut")}
      </button>
    </SignOutForm>
  );
}

async function Offer({ secret, address }: FactorOffer) {
  const t = await getTranslations("accounts.factor");
  return (
    <ol className="grid list-decimal gap-4 pl-5 text-base">
      <li>{t("stepApp")}</li>
      <li>
        <div className="grid gap-3">
          {t("stepScan")}
          <QrCode text={address} label={t("qr")} />
          <a href={address} className="w-fit text-sm underline underline-offset-2">
            {t("openApp")}
          </a>
          <p className="text-sm text-ink-2">
            {t("stepType")}{" "}
            <span className="font-mono break-all text-ink select-all">
              {secret.replace(/.{4}(?=.)/g, "$& ")}
            </span>
          </p>
        </div>
      </li>
      <li>{t("stepCode")}</li>
    </ol>
  );
}
