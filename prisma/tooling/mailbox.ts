import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { escapeHtml } from "@/lib/html";
import { type CaughtMail, startMailCatcher } from "./mail-catcher";

const KEPT = 200;

/** Where mail is to be handed, and where it can be read. */
export type Mailbox = { smtpUrl: string; address: string; stop: () => Promise<void> };

/** Catches the mail of the demo, which goes to nobody, and shows it on a page of this machine: on a port if it is free, else on any. */
export async function startMailbox(port: number): Promise<Mailbox> {
  const catcher = await startMailCatcher();
  const server = createServer((request, response) => {
    catcher.mails.splice(0, Math.max(0, catcher.mails.length - KEPT));
    const [, place] = /^\/(\d+)$/.exec(request.url ?? "") ?? [];
    const mail = place === undefined ? undefined : catcher.mails[Number(place)];
    if (request.url !== "/" && !mail) return answer(response, 404, page("Not found", "<p>No such mail.</p>"));
    answer(response, 200, mail ? mailPage(mail) : listPage(catcher.mails));
  });
  await listen(server, port).catch(() => listen(server, 0));
  return {
    smtpUrl: catcher.url,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await catcher.stop();
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function answer(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'",
    "Cache-Control": "no-store",
    Refresh: status === 200 ? "10" : "",
  });
  response.end(html);
}

function listPage(mails: readonly CaughtMail[]): string {
  const rows = mails
    .map(
      (mail, place) =>
        `<tr><td>${escapeHtml(mail.recipients.join(", "))}</td><td><a href="/${place}">${escapeHtml(mail.subject ?? "")}</a></td><td>${escapeHtml(when(mail))}</td></tr>`,
    )
    .reverse();
  const table = `<table><thead><tr><th>To</th><th>Subject</th><th>Sent</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
  return page("Mail of the demo", rows.length > 0 ? table : "<p>Nothing has been sent yet.</p>");
}

function mailPage(mail: CaughtMail): string {
  return page(
    mail.subject ?? "",
    `<p><a href="/">All mail</a></p><p>To ${escapeHtml(mail.recipients.join(", "))}, ${escapeHtml(when(mail))}</p>
<iframe title="As HTML" sandbox="allow-popups" srcdoc="${escapeHtml(mail.html ?? "")}"></iframe>
<h2>As plain text</h2><pre>${linked(mail.text ?? "")}</pre>`,
  );
}

function when({ date }: CaughtMail): string {
  return date ? new Date(date).toLocaleString("en-GB") : "";
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title><style>
:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.25rem}h2{font-size:1rem}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #8884}
iframe{width:100%;height:30rem;border:1px solid #8884;border-radius:6px}pre{white-space:pre-wrap;border:1px solid #8884;border-radius:6px;padding:1rem}
</style></head><body><h1>${escapeHtml(title)}</h1>${body}</body></html>`;
}

function linked(text: string): string {
  return escapeHtml(text).replace(/https?:\/\/[^\s<>]+/g, (url) => `<a href="${url}">${url}</a>`);
}
