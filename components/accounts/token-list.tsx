"use client";
import { useFormatter, useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form, type FormAnswer } from "@/components/ui/forms/form";
import { TOKEN_DOMAINS, type TokenView } from "@/lib/accounts/schema-tokens";

type TokenListProps<S extends FormAnswer> = {
  tokens: readonly TokenView[];
  /** Ends one. */
  action: (previous: S, form: FormData) => Promise<S>;
};

/** API tokens that work, what each may do and how long, and the end of it. */
export function TokenList<S extends FormAnswer>({ tokens, action }: TokenListProps<S>) {
  const t = useTranslations("accounts.tokens");
  if (tokens.length === 0) return <p className="text-base text-ink-2">{t("empty")}</p>;
  return (
    <ul>
      {tokens.map((token) => (
        <TokenRow key={token.id} token={token} action={action} />
      ))}
    </ul>
  );
}

type TokenRowProps<S extends FormAnswer> = Pick<TokenListProps<S>, "action"> & { token: TokenView };

function TokenRow<S extends FormAnswer>({ token, action }: TokenRowProps<S>) {
  const t = useTranslations("accounts.tokens");
  const format = useFormatter();
  const refusals = useRefusalWords();
  const { id, name, access, expiresAt, lastUsedOn } = token;
  const day = (moment: string) => ({ day: format.dateTime(new Date(moment), "day") });
  const scopes = TOKEN_DOMAINS.flatMap((domain) => {
    const held = access[domain];
    return held ? [t("scope", { domain: t(`domain.${domain}`), access: t(held) })] : [];
  });
  return (
    <li className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 border-b border-hair py-2">
      <div className="min-w-0 flex-1 basis-60">
        <p className="text-sm font-medium break-words">{name}</p>
        <p className="tnum text-xs text-ink-2">
          {t("ends", day(expiresAt))} · {lastUsedOn ? t("used", day(lastUsedOn)) : t("unused")}
        </p>
        <p className="text-xs text-pretty text-ink-2">
          {format.list(scopes, { type: "unit", style: "short" })}
        </p>
      </div>
      <Form action={action} refusals={refusals} done={t("ended")}>
        <input type="hidden" name="id" value={id} />
        <Button type="submit" aria-label={t("endOf", { name })}>
          {t("end")}
        </Button>
      </Form>
    </li>
  );
}
