import { describe, expect, it } from "vitest";
import { filesMeant, plainSubject, wordsOfMail } from "@/lib/requests/inbound/rules";
import { runReadMail } from "@/lib/requests/worker/read-mail-task";
import { FROM_HELENA, MAILS, rawMail } from "@/tests/support/raw-mails";

describe("mails of many programs", () => {
  it.each(Object.entries(MAILS))("%s", async (_name, { raw, subject, words, isCut, files }) => {
    const mail = await runReadMail(raw);
    expect(plainSubject(mail.subject)).toBe(subject);
    expect(wordsOfMail(mail)).toEqual({ text: words, isCut });
    if (files) expect(filesMeant(mail.files).map(({ name }) => name)).toEqual(files);
    expect(mail.from).toEqual([{ name: "Helena Bergqvist", address: "helena@example.org" }]);
    expect(mail.messageId).toBe("<one@example.org>");
  });
});

const TEXT = { ...FROM_HELENA, "Content-Type": "text/plain; charset=utf-8" };

describe("a mail that means harm", () => {
  it("is read in a moment however much of a sign it repeats", async () => {
    const signs = [
      "> ",
      "<div>",
      "<!--",
      "&#x",
      "On 1 ",
      "From: a\n",
      "=?utf-8?Q?",
      "((((",
      "__________\n",
      "skrev 1:\n",
    ];
    const before = process.cpuUsage();
    for (const sign of signs) {
      const text = sign.repeat(60_000 / sign.length);
      for (const type of ["text/plain", "text/html"])
        wordsOfMail(
          await runReadMail(
            rawMail({ ...FROM_HELENA, Subject: sign.trim().repeat(50), "Content-Type": type }, text),
          ),
        );
    }
    const { user } = process.cpuUsage(before);
    expect(user / 1_000).toBeLessThan(5_000);
  });

  it("is refused where it is nested too deep or its headers are endless", async () => {
    let body = "Content-Type: text/plain\n\nhi";
    for (let i = 0; i < 60; i++)
      body = `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n${body}\n--b${i}--`;
    const deep = new TextEncoder().encode(`From: helena@example.org\n${body}`.replace(/\n/g, "\r\n"));
    await expect(runReadMail(deep)).rejects.toThrow();
    await expect(runReadMail(rawMail({ ...TEXT, "X-Long": "x".repeat(400_000) }, "hi"))).rejects.toThrow();
  });

  it("brings no control characters, no script and no comment of its HTML", async () => {
    const html = `<script>alert(1)</script><style>p{}</style><p onclick="x">Hi\u0000 &#0;&#27;there</p><!-- hidden --><img src=x onerror=y>`;
    const mail = await runReadMail(
      rawMail({ ...FROM_HELENA, Subject: "a\u0007b", "Content-Type": "text/html" }, html),
    );
    expect(mail.text).not.toMatch(/alert|hidden|onerror/);
    expect(mail.text).toMatch(/^Hi +there$/);
    expect(mail.subject).toBe("a b");
  });

  it("names two senders, or none, and is seen to", async () => {
    const two = rawMail({ ...TEXT, From: "A <a@example.org>, B <b@example.org>" }, "hi");
    expect((await runReadMail(two)).from.length).not.toBe(1);
    const twice = new TextEncoder().encode(
      "From: a@example.org\r\nFrom: b@example.org\r\nSubject: x\r\nContent-Type: text/plain\r\n\r\nhi",
    );
    expect((await runReadMail(twice)).from.length).not.toBe(1);
    expect((await runReadMail(rawMail({ Subject: "x" }, "hi"))).from).toEqual([]);
  });

  it("has a name of a file that leads nowhere, and bytes that are no mail", async () => {
    const part = `--m\nContent-Type: text/plain\nContent-Disposition: attachment; filename="../../etc/passwd"\n\nroot\n--m--`;
    const mail = await runReadMail(
      rawMail({ ...FROM_HELENA, "Content-Type": 'multipart/mixed; boundary="m"' }, part),
    );
    expect(mail.files).toHaveLength(1);
    const noise = await runReadMail(new Uint8Array(5_000).map((_, i) => (i * 7919) % 256));
    expect(noise.from).toEqual([]);
  });
});

describe("the answer to an invitation", () => {
  it("is the calendar part with the method REPLY, and no file", async () => {
    const ics = "BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:x\nEND:VEVENT\nEND:VCALENDAR";
    const body = `--m
Content-Type: text/plain

Accepted
--m
Content-Type: text/calendar; charset=utf-8; method=REPLY

${ics}
--m--`;
    const mail = await runReadMail(
      rawMail(
        {
          ...FROM_HELENA,
          Subject: "Accepted: Budget",
          "Content-Type": 'multipart/alternative; boundary="m"',
        },
        body,
      ),
    );
    expect(mail.reply).toContain("METHOD:REPLY");
    expect(mail.files).toEqual([]);
    const asked = await runReadMail(
      rawMail(
        { ...FROM_HELENA, "Content-Type": "text/calendar; method=REQUEST" },
        ics.replace("REPLY", "REQUEST"),
      ),
    );
    expect(asked.reply).toBeNull();
  });
});
