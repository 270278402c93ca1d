import { escapeHtml } from "@/lib/html";
import { localeTag } from "@/lib/i18n/locales";
import type { MailContent, MailLine, MailLink } from "./schema";

const PLAIN_WIDTH = 76;

/** The two parts of a mail, which say the same. */
export type MailParts = { text: string; html: string };

/** Lays a mail out: plain text of at most 76 characters a line, and HTML of one table without pictures, legible in the dark. */
export function partsOfMail(content: MailContent): MailParts {
  return { text: plainText(content), html: htmlText(content) };
}

/** What a person wrote, in both parts as it stands: a blank line parts paragraphs, and lines end where they were ended. */
export function partsOfWritten(text: string, locale: MailContent["locale"]): MailParts {
  const paragraphs = text.trim().split(/\n{2,}/);
  const html = paragraphs.map((one) => `<p>${escapeHtml(one).replaceAll("\n", "<br>")}</p>`).join("\n");
  return {
    text: `${text.trim()}\n`,
    html: `<!doctype html>\n<html lang="${localeTag(locale)}">\n<meta charset="utf-8">\n<body>\n${html}\n</body>\n</html>\n`,
  };
}

function plainText({ greeting, lines, action, reason, settings }: MailContent): string {
  const list = lines.map(({ text, link, answer }) => {
    if (!link) return wrap(text);
    const answered = answer ? `\n  ${answer.label}: ${answer.href}` : "";
    return `${wrap(`- ${text}`, "  ")}\n  ${link.href}${answered}`;
  });
  const foot = [wrap(reason), settings && `${settings.label}: ${settings.href}`].filter(Boolean).join("\n");
  const parts = [greeting, ...list, action && `${action.label}:\n${action.href}`, `-- \n${foot}`];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function wrap(text: string, indent = ""): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line && line.length + word.length >= PLAIN_WIDTH) {
      lines.push(line);
      line = indent;
    }
    line += line.trim() ? ` ${word}` : word;
  }
  return [...lines, line].join("\n");
}

const STYLE = `
:root{color-scheme:light dark}
body{margin:0;background:#f7f7f5;color:#1f2328;font:16px/24px Inter,Arial,sans-serif}
.card{background:#ffffff;border:1px solid #e4e4e0;border-radius:8px}
a{color:#2f5fd0}
.button{background:#2f5fd0;color:#ffffff;border-radius:6px;display:inline-block;padding:10px 16px;text-decoration:none;font-weight:600}
.foot{color:#5d636b;font-size:13px;line-height:20px}
@media (prefers-color-scheme:dark){
body{background:#16181c!important;color:#e6e8eb!important}
.card{background:#1e2126!important;border-color:#33373e!important}
a{color:#8fb0ff!important}
.button{background:#8fb0ff!important;color:#10131a!important}
.foot{color:#a3a9b3!important}
}`;

function htmlText({ locale, subject, greeting, lines, action, reason, settings }: MailContent): string {
  const body = [
    `<p style="margin:0 0 16px">${escapeHtml(greeting)}</p>`,
    ...listsOf(lines),
    action
      ? `<p style="margin:24px 0 8px"><a class="button" href="${escapeHtml(action.href)}">${escapeHtml(action.label)}</a></p>`
      : "",
  ].join("\n");
  return `<!doctype html>
<html lang="${localeTag(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>${STYLE}</style>
</head>
<body>
<table role="presentation" width="100%" cellspacing="0" cellpadding="0">
<tr><td align="center" style="padding:24px 16px">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" style="max-width:560px">
<tr><td class="card" style="padding:24px">
${body}
</td></tr>
<tr><td class="foot" style="padding:16px 24px">${escapeHtml(reason)}${settings ? `<br>${anchor(settings)}` : ""}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

/** Paragraphs as they are; things with a link, which follow each other, as one list. */
function listsOf(lines: readonly MailLine[]): string[] {
  return lines.map(({ text, link, answer }, i) => {
    if (!link) return `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`;
    const open = lines[i - 1]?.link ? "" : `<ul style="margin:0 0 16px;padding-left:20px">\n`;
    const close = lines[i + 1]?.link ? "" : "\n</ul>";
    return `${open}<li style="margin:0 0 8px">${escapeHtml(text)} ${anchor(link)}${answer ? ` · ${anchor(answer)}` : ""}</li>${close}`;
  });
}

function anchor({ label, href }: MailLink): string {
  return `<a href="${escapeHtml(href)}">${escapeHtml(label)}</a>`;
}
