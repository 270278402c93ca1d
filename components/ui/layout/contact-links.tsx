const linkStyle = "text-accent-text hover:underline touch:inline-flex touch:min-h-11 touch:items-center";

/** An address that opens the mail program. */
export function MailLink({ email }: { email: string }) {
  return (
    <a href={`mailto:${email}`} className={linkStyle}>
      {email}
    </a>
  );
}

/** A number that calls with one tap. */
export function PhoneLink({ phone }: { phone: string }) {
  return (
    <a href={telOf(phone)} className={`tnum ${linkStyle}`}>
      {phone}
    </a>
  );
}

/** How a person can be reached, on one line; on a phone each is a tap. */
export function Contact({ email, phone }: { email: string; phone: string }) {
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      {phone && <PhoneLink phone={phone} />}
      <MailLink email={email} />
    </p>
  );
}

/** The address that calls a number as people write it, or writes a text message to it. */
export function telOf(phone: string, scheme: "tel" | "sms" = "tel"): string {
  return `${scheme}:${phone.replace(/[^\d+]/g, "")}`;
}
