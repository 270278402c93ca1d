"use client";
import { Copy, Download } from "lucide-react";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { type MouseEvent, useEffect, useRef } from "react";
import { Button } from "@/components/ui/forms/button";
import { buttonStyle } from "@/components/ui/forms/button-style";
import { useIsAlive } from "@/components/ui/forms/use-is-alive";
import { notify, notifyFault } from "@/components/ui/overlays/toast";
import { linkAddress } from "@/lib/accounts/rules";
import type { InvitationsMade } from "@/lib/accounts/schema";
import { csvOf, separatorIn } from "@/lib/csv";
import { localeOf } from "@/lib/i18n/locales";
import { saveFile } from "./save-file";

type MadeLinksProps = { made: InvitationsMade["made"]; publicUrl: string };

/** Links that were just made, each to be copied, and all of them as text or as a file; they are shown this once. */
export function MadeLinks({ made, publicUrl }: MadeLinksProps) {
  const t = useTranslations("accounts.inviteMany");
  const format = useFormatter();
  const isAlive = useIsAlive();
  const separator = separatorIn(localeOf(useLocale()));
  const copy = useCopy();
  const title = useRef<HTMLHeadingElement>(null);
  const people = made.map(({ userId, name, email, token, expiresAt }) => ({
    userId,
    name,
    email,
    expiresAt,
    address: linkAddress(publicUrl, "password", token),
  }));
  useEffect(() => {
    if (made.length > 0) title.current?.focus();
  }, [made]);

  function download() {
    const heads = [t("csv.name"), t("csv.email"), t("csv.link"), t("csv.until")];
    const rows = people.map(({ name, email, address, expiresAt }) => [
      name,
      email,
      address,
      format.dateTime(new Date(expiresAt), { dateStyle: "medium", timeStyle: "short" }),
    ]);
    saveFile(`${t("csv.file")}.csv`, csvOf([heads, ...rows], separator), "text/csv");
  }

  function copyOne(event: MouseEvent) {
    const place = (event.target as Element).closest<HTMLElement>("[data-place]")?.dataset.place;
    const person = people[Number(place)];
    if (place && person) copy(person.address, 1);
  }

  return (
    <section className="grid gap-2 rounded-lg border border-line p-3">
      <div className="flex flex-wrap items-center gap-2">
        <h2 ref={title} tabIndex={-1} className="mr-auto text-base font-semibold">
          {t("made", { count: people.length })}
        </h2>
        {isAlive && (
          <>
            <Button
              icon={<Copy aria-hidden />}
              onPress={() =>
                copy(
                  people.map((one) => [one.name, one.email, one.address].join("\t")).join("\n"),
                  people.length,
                )
              }
            >
              {t("copyAll")}
            </Button>
            <Button variant="primary" icon={<Download aria-hidden />} onPress={download}>
              {t("download")}
            </Button>
          </>
        )}
      </div>
      <p className="max-w-prose text-sm text-pretty text-ink-2">
        {t("madeHint", { moment: format.dateTime(new Date(people[0]?.expiresAt ?? 0), "moment") })}{" "}
        {made.some(({ isMailed }) => isMailed) && t("mailed")}
      </p>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the buttons in it are what is pressed. */}
      <ul onClick={copyOne} className="max-h-96 overflow-y-auto border-t border-hair">
        {people.map(({ userId, name, email, address }, place) => (
          <li
            key={userId}
            className="grid min-h-11 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 border-b border-hair py-1.5 text-sm md:grid-cols-[12rem_14rem_minmax(0,1fr)_auto]"
          >
            <span className="truncate font-medium">{name}</span>
            <span className="truncate text-ink-2 max-md:col-start-1">{email}</span>
            <code className="truncate text-xs text-ink-2 select-all max-md:col-start-1">{address}</code>
            {isAlive && (
              <button
                type="button"
                data-place={place}
                aria-label={t("copyOne", { name })}
                className={`${buttonStyle("ghost", "icon")} max-md:row-span-3 max-md:row-start-1 max-md:col-start-2`}
              >
                <Copy aria-hidden />
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function useCopy() {
  const t = useTranslations("accounts.inviteMany");
  return async (text: string, count: number) => {
    try {
      await navigator.clipboard.writeText(text);
      notify(t("copied", { count }));
    } catch {
      notifyFault(t("notCopied"));
    }
  };
}
