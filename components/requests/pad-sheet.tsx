"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { FindOptions, Option } from "@/components/ui/forms/options";
import { Sheet } from "@/components/ui/overlays/sheet";
import type { KnownCaller, PhoneMessageView } from "@/lib/requests/messages/schema";
import { CallLog } from "./call-log";
import { MessagePad } from "./message-pad";

/** What the pad shows: for whom, who has called before, and the calls of the past day. */
export type PadData = { executives: Option[]; callers: KnownCaller[]; calls: PhoneMessageView[] };

export type PadSheetProps = {
  load: () => Promise<PadData>;
  action: unknown;
  /** Where there are more executives than are listed. */
  find?: FindOptions;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
};

/** The message pad beside any page, with the calls of the past day beneath; it stays open for the next call. */
export function PadSheet({ load, action, find, isOpen, onOpenChange }: PadSheetProps) {
  const t = useTranslations("requests");
  const [data, setData] = useState<PadData | null>(null);
  const [sent, setSent] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is loaded anew each time it opens and after each message.
  useEffect(() => {
    if (!isOpen) return;
    let isHere = true;
    load().then(
      (read) => isHere && setData(read),
      () => isHere && onOpenChange(false),
    );
    return () => {
      isHere = false;
    };
  }, [isOpen, sent]);
  return (
    <Sheet title={t("messages.pad")} isOpen={isOpen} onOpenChange={onOpenChange}>
      {data && (
        <div className="grid gap-6">
          {data.executives.length === 0 ? (
            <p className="text-base text-ink-2">{t("form.nobodyServed")}</p>
          ) : (
            <MessagePad
              action={action}
              executives={data.executives}
              callers={data.callers}
              find={find}
              onSent={() => setSent(sent + 1)}
            />
          )}
          <section aria-label={t("messages.today")}>
            <h3 className="flex h-9 items-center gap-1.5 border-b border-line text-sm font-semibold">
              {t("messages.today")}
              <span className="tnum font-normal text-ink-2">{data.calls.length}</span>
            </h3>
            <CallLog calls={data.calls} />
          </section>
        </div>
      )}
    </Sheet>
  );
}
