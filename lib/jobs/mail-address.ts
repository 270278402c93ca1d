import "server-only";
import { readAddressLink } from "@/lib/accounts/queries-address";
import type { SystemCtx } from "@/lib/context";
import { env } from "@/lib/env";
import type { Translator } from "@/lib/i18n/translator";
import type { MailContent, QueuedMail } from "@/lib/mail/schema";

type AddressMail = Omit<MailContent, "locale" | "greeting"> & { to: string };

/** What goes to the new address to confirm it, and to the old one to take it back; null where the link does nothing any more. */
export async function sayAddressLink(
  ctx: SystemCtx,
  { secret }: QueuedMail,
  t: Translator<"mail">,
): Promise<AddressMail | null> {
  const link = secret === null ? null : await readAddressLink(ctx, secret);
  if (!secret || !link?.ok) return null;
  const { does, oldEmail, newEmail } = link.value;
  const kind = does === "confirm" ? "addressConfirm" : "addressChanged";
  return {
    to: does === "confirm" ? newEmail : oldEmail,
    subject: t(`${kind}.subject`),
    lines: [{ text: t(`${kind}.lead`, { oldEmail, newEmail }) }, { text: t(`${kind}.until`) }],
    action: {
      label: t(`${kind}.action`),
      href: `${env().NEXTAUTH_URL}/address?token=${encodeURIComponent(secret)}`,
    },
    reason: t(`${kind}.reason`),
  };
}
