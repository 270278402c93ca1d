import { describe, expect, it } from "vitest";
import {
  isAutomatic,
  isDoubtful,
  ownIdsIn,
  plainSubject,
  poolTag,
  type ReadMail,
  shortened,
  taggedAddress,
  tagsOf,
} from "@/lib/requests/inbound/rules";
import { textOfHtml } from "@/lib/requests/inbound/rules-html";
import { newWordsOf } from "@/lib/requests/inbound/rules-quotation";

function mail(headers: Record<string, string> = {}, overrides: Partial<ReadMail> = {}): ReadMail {
  return {
    messageId: "<one@example.org>",
    from: [{ name: "", address: "helena@example.org" }],
    to: [],
    subject: "Flight",
    text: "hi",
    references: [],
    headers,
    files: [],
    reply: null,
    ...overrides,
  };
}

describe("what a machine writes", () => {
  it.each([
    [{ "auto-submitted": "auto-replied" }, {}],
    [{ "auto-submitted": "auto-generated; x=y" }, {}],
    [{ precedence: "bulk" }, {}],
    [{ precedence: "auto_reply" }, {}],
    [{ "list-id": "<news.example.org>" }, {}],
    [{ "x-autoreply": "yes" }, {}],
    [{ "return-path": "<>" }, {}],
    [{ "content-type": "multipart/report; report-type=delivery-status" }, {}],
    [{}, { from: [{ name: "", address: "mailer-daemon@example.org" }] }],
    [{}, { from: [{ name: "", address: "noreply@example.org" }] }],
    [{}, { subject: "Autosvar: Tider" }],
    [{}, { subject: "Automatic reply: Flight" }],
    [{}, { subject: "Frånvaro: Helena" }],
    [{}, { subject: "Undeliverable: A request" }],
  ])("is told by %j %j", (headers, overrides) => {
    expect(isAutomatic(mail(headers, overrides))).toBe(true);
  });

  it.each([
    [{}, {}],
    [{ "auto-submitted": "no" }, {}],
    [{ precedence: "first-class" }, {}],
    [{ "return-path": "<helena@example.org>" }, {}],
    [{}, { subject: "Out for lunch on Friday" }],
    [{}, { subject: "Frånvarande gäster" }],
  ])("is not told by %j %j", (headers, overrides) => {
    expect(isAutomatic(mail(headers, overrides))).toBe(false);
  });
});

describe("a sender who may be another", () => {
  it.each([
    ["mx.example.org; dmarc=fail header.from=example.org", true],
    ["mx.example.org; spf=fail smtp.mailfrom=x; dkim=none", true],
    ["mx.example.org; spf=softfail; dkim=pass header.d=example.org; dmarc=pass", false],
    ["mx.example.org; spf=pass; dkim=pass; dmarc=pass", false],
    ["", false],
  ])("is told by %j: %s", (results, expected) => {
    expect(isDoubtful(mail(results ? { "authentication-results": results } : {}))).toBe(expected);
  });

  it("is one of two, or nobody", () => {
    expect(isDoubtful(mail({}, { from: [] }))).toBe(true);
    expect(isDoubtful(mail({}, { from: [...mail().from, ...mail().from] }))).toBe(true);
  });
});

describe("addresses and ids of ours", () => {
  it("are told by the word behind the plus sign, in any capitals", () => {
    const to = [
      "Requests+Stockholm@In.example.org",
      "requests@in.example.org",
      "other+x@in.example.org",
      "requests+y@else.org",
    ];
    expect(tagsOf(to, "requests@in.example.org")).toEqual(["stockholm"]);
    expect(taggedAddress("requests@in.example.org", "rabc")).toBe("requests+rabc@in.example.org");
    expect(poolTag("Malmö & Göteborg, söder")).toBe("malmo-goteborg-soder");
  });

  it("are those of our host alone", () => {
    const id = "019ab3a0-0000-7000-8000-000000000003";
    expect(
      ownIdsIn(
        [`<${id}@standby.example.org>`, `<${id}@evil.example>`, "<x@standby.example.org>"],
        "standby.example.org",
      ),
    ).toEqual([id]);
  });
});

describe("the words of a mail", () => {
  it("lose the marks of answers in any language, and stay within a line", () => {
    expect(plainSubject("SV: Re: [2] VB:  AW: Möte")).toBe("[2] VB: AW: Möte");
    expect(plainSubject("Re[2]: FW: Flight")).toBe("Flight");
    expect(plainSubject("Reservation")).toBe("Reservation");
    expect(shortened(`${"word ".repeat(60)}`, 40).length).toBeLessThanOrEqual(40);
  });

  it("are cut at what they quote, and never where nothing is quoted", () => {
    expect(newWordsOf("On Monday Lena wrote:\nbuy milk").text).toBe("On Monday Lena wrote:\nbuy milk");
    expect(newWordsOf("From: the airport\nplease book a taxi").text).toBe(
      "From: the airport\nplease book a taxi",
    );
    expect(newWordsOf("Yes.\n\nLe 17 août 2026 à 09:00, Standby <s@x.org> a écrit :\n> ?").text).toBe("Yes.");
    expect(newWordsOf("Yes.\n\nAm 17.08.2026 um 09:00 schrieb Standby:\n> ?").text).toBe("Yes.");
    expect(newWordsOf("> only what was quoted").text).toBe("");
  });

  it("keep lines, lists, letters and signs of their HTML", () => {
    const html =
      "<ul><li>Kaffe &amp; bulle<li>Te</ul><p>1 &lt; 2, a < b</p>R&auml;kning<br>&#8364;&nbsp;5<blockquote>old</blockquote>";
    expect(textOfHtml(html)).toBe("- Kaffe & bulle\n- Te\n\n1 < 2, a < b\nRäkning\n€ 5\n> old");
  });
});
