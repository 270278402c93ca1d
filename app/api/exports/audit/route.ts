import { getLocale, getTimeZone, getTranslations } from "next-intl/server";
import type { AuditEventView } from "@/lib/accounts/schema-audit";
import { ListAuditInput } from "@/lib/accounts/schema-audit";
import { exportAuditLog } from "@/lib/accounts/service-audit-file";
import { getSignedIn } from "@/lib/auth/guards";
import { asAdministrator } from "@/lib/auth/person";
import { auditActionsSeenBy } from "@/lib/catalogues/audit";
import { separatorIn } from "@/lib/csv";
import { localeOf } from "@/lib/i18n/locales";
import { fileResponse, seePage } from "@/lib/server/file-response";
import { dayIn } from "@/lib/time/zone";

export const dynamic = "force-dynamic";

/** The audit log as it is filtered on its page, as a CSV file, in the words, days and separators of its reader. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await getSignedIn();
  const administrator = ctx && asAdministrator(ctx.actor);
  if (!administrator) return new Response(null, { status: 404 });
  const { cursor: _, ...asked } = Object.fromEntries(new URL(request.url).searchParams);
  const parsed = ListAuditInput.safeParse(asked);
  if (!parsed.success) return new Response(null, { status: 404 });
  const timeZone = await getTimeZone();
  const lines = await exportAuditLog(
    { ...ctx, actor: administrator },
    parsed.data,
    await wordsOfFile(timeZone),
    { actions: auditActionsSeenBy("administrators"), timeZone },
  );
  if (!lines.ok) return seePage(`/admin/audit?${new URLSearchParams(asked)}`);
  const name = `standby-audit-${dayIn("UTC", ctx.now)}.csv`;
  return fileResponse({ name, type: "text/csv; charset=utf-8", bytes: streamOf(lines.value) });
}

async function wordsOfFile(timeZone: string) {
  const t = await getTranslations("accounts.audit");
  const separator = separatorIn(localeOf(await getLocale()));
  const moment = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  const headings = [
    t("number"),
    `${t("when")} (${timeZone})`,
    t("who"),
    t("event"),
    t("csv.about"),
    t("csv.code"),
    t("csv.record"),
    t("csv.facts"),
    t("csv.intact"),
  ];
  const cellsOf = ({ seq, at, actor, action, subject, entityId, data, isIntact }: AuditEventView) => [
    seq,
    moment.format(at),
    actor?.name ?? t("standby"),
    t(`action.${action}` as "action.pool.created"),
    subject ?? "",
    action,
    entityId,
    JSON.stringify(data),
    t(isIntact ? "csv.yes" : "csv.no"),
  ];
  return { headings, cellsOf, separator };
}

function streamOf(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}
