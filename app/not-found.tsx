import { useTranslations } from "next-intl";
import { Brand } from "@/components/shell/brand";
import { LinkButton } from "@/components/ui/forms/link-button";

export default function NotFound() {
  const t = useTranslations("errors.notFound");
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-lg content-start gap-8 px-5 pt-8 sm:pt-[18dvh]">
      <Brand />
      <div className="grid justify-items-start gap-2">
        <h1 className="text-xl font-semibold tracking-tight">{t("title")}</h1>
        <p className="text-base text-pretty text-ink-2">{t("body")}</p>
        <LinkButton href="/" variant="primary" className="mt-2">
          {t("action")}
        </LinkButton>
      </div>
    </main>
  );
}
