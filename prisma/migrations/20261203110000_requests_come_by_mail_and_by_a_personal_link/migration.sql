-- Requests came by Standby alone. Now mail that the organisation's server hands over becomes a request or an answer, and each executive
-- may have a personal link and address. A mail is kept before it is read, and counts once by its Message-ID; what is doubtful is held
-- for a manager. Its bytes are apart, so that lists never read them, and go after ninety days.

-- CreateEnum
CREATE TYPE "request_via" AS ENUM ('app', 'mail', 'link', 'recurring');

-- CreateEnum
CREATE TYPE "inbound_verdict" AS ENUM ('unread', 'request', 'answer', 'invitation', 'automatic', 'held', 'released', 'discarded');

-- AlterTable
ALTER TABLE "support_requests" ADD COLUMN     "via" "request_via" NOT NULL DEFAULT 'app';

-- CreateTable
CREATE TABLE "inbound_mails" (
    "id" UUID NOT NULL,
    "mailbox" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "message_id" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "verdict" "inbound_verdict" NOT NULL DEFAULT 'unread',
    "reason" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "from_address" TEXT NOT NULL DEFAULT '',
    "from_name" TEXT NOT NULL DEFAULT '',
    "subject" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL DEFAULT '',
    "left_out" INTEGER NOT NULL DEFAULT 0,
    "pool_id" UUID,
    "executive_id" UUID,
    "request_id" UUID,
    "comment_id" UUID,
    "decided_by_id" UUID,

    CONSTRAINT "inbound_mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbound_mail_raws" (
    "mail_id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "inbound_mail_raws_pkey" PRIMARY KEY ("mail_id")
);

-- CreateTable
CREATE TABLE "filing_links" (
    "executive_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "renewed_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "filing_links_pkey" PRIMARY KEY ("executive_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "inbound_mails_comment_id_key" ON "inbound_mails"("comment_id");

-- CreateIndex
CREATE INDEX "inbound_mails_verdict_received_at_idx" ON "inbound_mails"("verdict", "received_at");

-- CreateIndex
CREATE INDEX "inbound_mails_pool_id_idx" ON "inbound_mails"("pool_id");

-- CreateIndex
CREATE INDEX "inbound_mails_executive_id_idx" ON "inbound_mails"("executive_id");

-- CreateIndex
CREATE INDEX "inbound_mails_request_id_idx" ON "inbound_mails"("request_id");

-- CreateIndex
CREATE INDEX "inbound_mails_decided_by_id_idx" ON "inbound_mails"("decided_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "inbound_mails_mailbox_message_id_key" ON "inbound_mails"("mailbox", "message_id");

-- CreateIndex
CREATE UNIQUE INDEX "inbound_mails_mailbox_digest_key" ON "inbound_mails"("mailbox", "digest");

-- CreateIndex
CREATE UNIQUE INDEX "filing_links_token_hash_key" ON "filing_links"("token_hash");

-- AddForeignKey
ALTER TABLE "inbound_mails" ADD CONSTRAINT "inbound_mails_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbound_mails" ADD CONSTRAINT "inbound_mails_executive_id_fkey" FOREIGN KEY ("executive_id") REFERENCES "executives"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbound_mails" ADD CONSTRAINT "inbound_mails_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "support_requests"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbound_mails" ADD CONSTRAINT "inbound_mails_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "request_comments"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbound_mails" ADD CONSTRAINT "inbound_mails_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbound_mail_raws" ADD CONSTRAINT "inbound_mail_raws_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "inbound_mails"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_links" ADD CONSTRAINT "filing_links_executive_id_fkey" FOREIGN KEY ("executive_id") REFERENCES "executives"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE inbound_mails ADD CONSTRAINT inbound_mails_held_with_reason CHECK (verdict <> 'held' OR reason IS NOT NULL),
  ADD CONSTRAINT inbound_mails_decided_by_a_person CHECK (verdict NOT IN ('released', 'discarded') OR decided_by_id IS NOT NULL),
  ADD CONSTRAINT inbound_mails_digest_check CHECK (digest ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT inbound_mails_text_check CHECK (length(text) <= 100000 AND length(subject) <= 500 AND left_out >= 0);
ALTER TABLE inbound_mail_raws ADD CONSTRAINT inbound_mail_raws_size_check CHECK (octet_length(bytes) BETWEEN 1 AND 26214400);

-- Mail carries its files in base64: little of it packs.
ALTER TABLE inbound_mail_raws ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- What nobody came to read is looked for each minute.
CREATE INDEX inbound_mails_unread_idx ON inbound_mails (received_at) WHERE verdict = 'unread';
