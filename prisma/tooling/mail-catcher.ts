import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

/** A mail as it was handed to the catcher. */
export type CaughtMail = Email & { recipients: string[] };

export type MailCatcher = {
  url: string;
  mails: CaughtMail[];
  /** What the server answers to a recipient: nothing, or an error of SMTP. */
  refuse: (answer: { code: number } | null) => void;
  stop: () => Promise<void>;
};

/** A mail server on this machine that keeps what it is handed and sends it nowhere: for the demo and the tests. */
export async function startMailCatcher(): Promise<MailCatcher> {
  const mails: CaughtMail[] = [];
  let refusal: { code: number } | null = null;
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    // Senders keep their lines open; those are cut when it stops.
    closeTimeout: 50,
    onRcptTo: (_address, _session, answer) =>
      answer(refusal ? Object.assign(new Error("no"), { responseCode: refusal.code }) : null),
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const email = await PostalMime.parse(Buffer.concat(chunks));
        mails.push({ ...email, recipients: envelope.rcptTo.map(({ address }) => address) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse: (answer) => {
      refusal = answer;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
