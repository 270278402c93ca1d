/** A raw mail: headers and a body, with the line ends of SMTP. */
export function rawMail(headers: Readonly<Record<string, string>>, body: string): Uint8Array {
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return new TextEncoder().encode(`${head.join("\n")}\n\n${body}`.replace(/\r?\n/g, "\r\n"));
}

/** The same with bytes of ISO 8859-1, as older programs write them. */
export function rawLatin1(headers: Readonly<Record<string, string>>, body: string): Uint8Array {
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return new Uint8Array(Buffer.from(`${head.join("\n")}\n\n${body}`.replace(/\r?\n/g, "\r\n"), "latin1"));
}

const HELENA = "Helena Bergqvist <helena@example.org>";
const US = "requests+r0abc@in.example.org";

export const FROM_HELENA = {
  From: HELENA,
  To: US,
  Date: "Mon, 17 Aug 2026 09:12:00 +0200",
  "Message-ID": "<one@example.org>",
  "MIME-Version": "1.0",
};

const PIXEL =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

type Case = { raw: Uint8Array; subject: string; words: string; isCut: boolean; files?: string[] };

/** Answers and new mails as the programs of our day write them, with what of them is new. */
export const MAILS: Record<string, Case> = {
  "Outlook for Windows in Swedish, HTML alone, quoted-printable of ISO 8859-1": {
    raw: rawMail(
      {
        ...FROM_HELENA,
        Subject: "=?iso-8859-1?Q?SV:_Tider_p=E5_torsdag?=",
        "Content-Type": 'text/html; charset="iso-8859-1"',
        "Content-Transfer-Encoding": "quoted-printable",
      },
      `<html xmlns:o=3D"urn:schemas-microsoft-com:office:office"><head><meta http-equiv=3D"Content-Type" content=3D"text/html; charset=3Diso-8859-1"><style><!--
p.MsoNormal {margin:0cm;}
--></style></head><body lang=3D"SV"><div class=3D"WordSection1"><p class=3D"MsoNormal">Klockan tv=E5 g=E5r b=E4st.<o:p></o:p></p><p class=3D"MsoNormal"><o:p>&nbsp;</o:p></p><p class=3D"MsoNormal">/Helena<o:p></o:p></p><div style=3D"border:none;border-top:solid #E1E1E1 1.0pt"><p class=3D"MsoNormal"><b>Fr=E5n:</b> Standby &lt;standby@example.org&gt;<br><b>Skickat:</b> den 17 augusti 2026 09:00<br><b>Till:</b> Helena Bergqvist<br><b>=C4mne:</b> Tider p=E5 torsdag<o:p></o:p></p></div><p class=3D"MsoNormal">Vilken tid passar?</p></div></body></html>`,
    ),
    subject: "Tider på torsdag",
    words: "Klockan två går bäst.\n\n/Helena",
    isCut: true,
  },
  "Outlook, plain text with its rule and headers": {
    raw: rawMail(
      { ...FROM_HELENA, Subject: "RE: Flight to Oslo", "Content-Type": "text/plain; charset=utf-8" },
      `The morning one, please.

________________________________
From: Standby <standby@example.org>
Sent: Monday, August 17, 2026 9:00 AM
To: Helena Bergqvist <helena@example.org>
Subject: Flight to Oslo

Morning or evening?`,
    ),
    subject: "Flight to Oslo",
    words: "The morning one, please.",
    isCut: true,
  },
  "Gmail, both parts, base64, in Swedish": {
    raw: rawMail(
      {
        ...FROM_HELENA,
        Subject: "=?UTF-8?B?UmU6IE3DtnRldCBww6UgZnJlZGFn?=",
        "Content-Type": 'multipart/alternative; boundary="0000000000001"',
      },
      `--0000000000001
Content-Type: text/plain; charset="UTF-8"
Content-Transfer-Encoding: base64

${Buffer.from("Ja, fredag går bra.\n\nDen mån 17 aug. 2026 kl 09:00 skrev Standby <\nstandby@example.org>:\n\n> Passar fredag?\n>\n> /Lena\n").toString("base64")}
--0000000000001
Content-Type: text/html; charset="UTF-8"

<div dir="ltr">Ja, fredag går bra.</div><br><div class="gmail_quote"><div class="gmail_attr">Den mån 17 aug. 2026 kl 09:00 skrev Standby:<br></div><blockquote>Passar fredag?</blockquote></div>
--0000000000001--`,
    ),
    subject: "Mötet på fredag",
    words: "Ja, fredag går bra.",
    isCut: true,
  },
  "Apple Mail on a Mac, format=flowed": {
    raw: rawMail(
      {
        ...FROM_HELENA,
        Subject: "Re: Table for four",
        "Content-Type": "text/plain; charset=us-ascii; format=flowed; delsp=yes",
      },
      `Seven o'clock.

> On 17 Aug 2026, at 09:00, Standby <standby@example.org> wrote:
>
> At what time?
`,
    ),
    subject: "Table for four",
    words: "Seven o'clock.",
    isCut: true,
  },
  "iPhone in Swedish": {
    raw: rawMail(
      {
        ...FROM_HELENA,
        Subject: "=?utf-8?Q?SV=3A_=C3=84rende?=",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "quoted-printable",
      },
      `Boka b=C3=A5da.

Skickat fr=C3=A5n min iPhone

17 aug. 2026 kl. 09:00 skrev Standby <standby@example.org>:

=EF=BB=BF
Hotell eller bara t=C3=A5g?`,
    ),
    subject: "Ärende",
    words: "Boka båda.",
    isCut: true,
  },
  "Thunderbird with an answer between the lines": {
    raw: rawMail(
      { ...FROM_HELENA, Subject: "Re: Papers", "Content-Type": "text/plain; charset=UTF-8; format=flowed" },
      `On 8/17/26 09:00, Standby wrote:
> How many copies?
Twelve.
> Bound?
Yes.
`,
    ),
    subject: "Papers",
    words: "On 8/17/26 09:00, Standby wrote:\n> How many copies?\nTwelve.\n> Bound?\nYes.",
    isCut: false,
  },
  "a new mail with a signature and a file": {
    raw: rawMail(
      { ...FROM_HELENA, Subject: "Print this", "Content-Type": 'multipart/mixed; boundary="m"' },
      `--m
Content-Type: text/plain; charset=utf-8

Twelve copies by noon.
-- 
Helena Bergqvist
CFO
--m
Content-Type: application/pdf; name="=?utf-8?Q?Underlag_=C3=A5r.pdf?="
Content-Disposition: attachment; filename*=utf-8''Underlag%20%C3%A5r.pdf
Content-Transfer-Encoding: base64

JVBERi0xLjc=
--m--`,
    ),
    subject: "Print this",
    words: "Twelve copies by noon.",
    isCut: true,
    files: ["Underlag år.pdf"],
  },
  "the logo of a signature, which is no file": {
    raw: rawMail(
      { ...FROM_HELENA, Subject: "Re: Hotel", "Content-Type": 'multipart/related; boundary="r"' },
      `--r
Content-Type: text/html; charset=utf-8

<p>The quiet one.</p><p><img src="cid:logo@x"></p>
--r
Content-Type: image/png; name="image001.png"
Content-ID: <logo@x>
Content-Disposition: inline; filename="image001.png"
Content-Transfer-Encoding: base64

${PIXEL}
--r--`,
    ),
    subject: "Hotel",
    words: "The quiet one.",
    isCut: false,
    files: [],
  },
  "a photo from a phone, which is one": {
    raw: rawMail(
      { ...FROM_HELENA, Subject: "Receipt", "Content-Type": 'multipart/mixed; boundary="p"' },
      `--p
Content-Type: text/plain; charset=us-ascii

Lunch on Friday
--p
Content-Type: image/jpeg; name=IMG_0412.jpeg
Content-Disposition: inline; filename=IMG_0412.jpeg
Content-Transfer-Encoding: base64

/9j/4AAQ
--p
Content-Type: text/plain; charset=us-ascii



Sent from my iPhone
--p--`,
    ),
    subject: "Receipt",
    words: "Lunch on Friday",
    isCut: true,
    files: ["IMG_0412.jpeg"],
  },
  "something forwarded, which stays whole": {
    raw: rawMail(
      { ...FROM_HELENA, Subject: "VB: Inbjudan", "Content-Type": "text/plain; charset=utf-8" },
      `Tacka ja.

-----Ursprungligt meddelande-----
Från: Museet
Skickat: igår
Till: Helena
Ämne: Inbjudan

Välkommen den 3 september.`,
    ),
    subject: "Inbjudan",
    words:
      "Tacka ja.\n\n-----Ursprungligt meddelande-----\nFrån: Museet\nSkickat: igår\nTill: Helena\nÄmne: Inbjudan\n\nVälkommen den 3 september.",
    isCut: false,
  },
  "raw bytes of ISO 8859-1 without a coded subject": {
    raw: rawLatin1(
      { ...FROM_HELENA, Subject: "Rese plan", "Content-Type": "text/plain; charset=iso-8859-1" },
      "Åk via Örebro, inte Malmö.",
    ),
    subject: "Rese plan",
    words: "Åk via Örebro, inte Malmö.",
    isCut: false,
  },
  "Windows-1252 with its quotation marks": {
    raw: rawMail(
      {
        ...FROM_HELENA,
        Subject: "=?windows-1252?Q?=93Klart=94_=96_tack?=",
        "Content-Type": "text/plain; charset=windows-1252",
        "Content-Transfer-Encoding": "quoted-printable",
      },
      "Det =E4r =93klart=94 =80 100",
    ),
    subject: "“Klart” – tack",
    words: "Det är “klart” € 100",
    isCut: false,
  },
  "a subject folded over lines in two coded words": {
    raw: rawMail(
      {
        ...FROM_HELENA,
        Subject: "=?UTF-8?Q?Boka_resa_till_G=C3=B6teborg_och_hotell_n=C3=A4?=\n =?UTF-8?Q?ra_stationen?=",
        "Content-Type": "text/plain",
      },
      "Två nätter",
    ),
    subject: "Boka resa till Göteborg och hotell nära stationen",
    words: "Två nätter",
    isCut: false,
  },
  "no subject at all": {
    raw: rawMail({ ...FROM_HELENA, "Content-Type": "text/plain; charset=utf-8" }, "Ring mig."),
    subject: "",
    words: "Ring mig.",
    isCut: false,
  },
  "a mail within a mail within a mail": {
    raw: rawMail(
      { ...FROM_HELENA, Subject: "Re: Re: SV: Budget", "Content-Type": 'multipart/mixed; boundary="a"' },
      `--a
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

Ok.
--b
Content-Type: text/html; charset=utf-8

<p>Ok.</p>
--b--
--a
Content-Type: message/rfc822
Content-Disposition: attachment; filename="earlier.eml"

From: x@example.org
Subject: inner
Content-Type: text/plain

inner words
--a--`,
    ),
    subject: "Budget",
    words: "Ok.",
    isCut: false,
    files: ["earlier.eml"],
  },
};
