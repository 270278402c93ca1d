import type { Metadata } from "next";
import { getFormatter, getLocale, getNow, getTranslations } from "next-intl/server";
import { LetterPaper } from "@/components/letters/letter-paper";
import { PublicFrame } from "@/components/shell/public-frame";
import { LinkButton } from "@/components/ui/forms/link-button";
import { PlainButton } from "@/components/ui/forms/plain-button";
import { RatingButtons } from "@/components/ui/forms/rating-buttons";
import { Notice } from "@/components/ui/layout/notice";
import { readNotice } from "@/lib/catalogues/notices";
import { localeOf } from "@/lib/i18n/locales";
import { refusalValues } from "@/lib/i18n/refusals";
import { isMailAct, type MailAct } from "@/lib/insight/acts/schema";
import { noticeWords } from "@/lib/notices/rules-words";
import { REFUSAL_STATUS, type RefusalReason } from "@/lib/refusals";
import { getPreferences } from "../../../preferences";
import { answerByMail } from "./actions";
import { type MailedAct, readMailedAct } from "./read-act";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mail.acts"))("title") };
}

export default async function ActPage({ params, searchParams }: PageProps<"/act/[token]">) {
  const { token } = await params;
  const t = await getTranslations("mail.acts");
  const read = await readMailedAct(token);
  const { done, refused } = await searchParams;
  return (
    <PublicFrame preferences={await getPreferences()}>
      <h1 className="text-xl font-semibold tracking-tight">{t("title")}</h1>
      {read ? (
        <Asked
          token={token}
          read={read}
          done={isMailAct(done) ? done : null}
          refused={isReason(refused) ? refused : null}
        />
      ) : (
        <>
          <Notice>{t("unknown")}</Notice>
          <LinkButton href="/sign-in">{t("enter")}</LinkButton>
        </>
      )}
    </PublicFrame>
  );
}

type AskedProps = { token: string; read: MailedAct; done: MailAct | null; refused: RefusalReason | null };

/** What the mail asked, and the answers to it as buttons: opening the page does nothing. */
async function Asked({ token, read, done, refused }: AskedProps) {
  const t = await getTranslations("mail.acts");
  const refusals = await getTranslations("refusals");
  const { acts, state, href, letter } = read;
  const isOpen = state === "open" && !refused;
  return (
    <>
      <p className="text-base text-pretty">{await sentenceOf(read)}</p>
      {done && state === "over" && <Notice role="status">{t(`done.${done}`)}</Notice>}
      {refused && (
        <Notice role="alert">
          {refusals(refused, refusalValues({}, localeOf(await getLocale())) as never)}
        </Notice>
      )}
      {!done && !refused && state !== "open" && <Notice role="status">{t(`state.${state}`)}</Notice>}
      {isOpen && letter && <LetterPaper letter={letter} language={letter.language} />}
      {isOpen && (
        <div className="flex flex-wrap gap-2">
          {acts.map((act, place) => (
            <form key={act} action={answerByMail.bind(null, token, act)}>
              {act === "rate" ? (
                <RatingButtons name="rating" labelOf={(rating) => t("rating", { rating })} />
              ) : (
                <PlainButton
                  type="submit"
                  variant={place === 0 ? "primary" : undefined}
                  className="h-10 touch:h-11"
                >
                  {t(`act.${act}`)}
                </PlainButton>
              )}
            </form>
          ))}
        </div>
      )}
      <LinkButton href={href} variant="ghost">
        {t("inStandby")}
      </LinkButton>
    </>
  );
}

async function sentenceOf({ notice }: MailedAct): Promise<string> {
  const format = await getFormatter();
  const time = { t: await getTranslations("common.time"), format, now: await getNow() };
  return noticeWords({ t: await getTranslations("notices"), format, time }, readNotice(notice), {});
}

function isReason(text: unknown): text is RefusalReason {
  return typeof text === "string" && Object.hasOwn(REFUSAL_STATUS, text);
}
