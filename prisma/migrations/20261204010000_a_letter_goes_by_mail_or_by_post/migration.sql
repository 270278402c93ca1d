CREATE TYPE "letter_way" AS ENUM ('mail', 'post');

ALTER TABLE "letters" ADD COLUMN "sent_via" "letter_way", ADD COLUMN "posted_on" DATE;
ALTER TABLE "outgoing_mails" ADD COLUMN "letter_id" UUID;
CREATE UNIQUE INDEX "outgoing_mails_letter_id_key" ON "outgoing_mails"("letter_id");
ALTER TABLE "outgoing_mails" ADD CONSTRAINT "outgoing_mails_letter_id_fkey" FOREIGN KEY ("letter_id") REFERENCES "letters"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was marked as sent before went by other ways than this mail.
ALTER TABLE letters DISABLE TRIGGER letters_sent_stay;
UPDATE letters SET sent_via = 'post', posted_on = sent_at::date WHERE status = 'sent';
ALTER TABLE letters ENABLE TRIGGER letters_sent_stay;
ALTER TABLE "letters" ADD CONSTRAINT "letters_sent_via"
  CHECK ((status = 'sent') = (sent_via IS NOT NULL) AND (sent_via IS NOT DISTINCT FROM 'post') = (posted_on IS NOT NULL));

ALTER TABLE outgoing_mails DROP CONSTRAINT outgoing_mails_for_one;
ALTER TABLE outgoing_mails ADD CONSTRAINT outgoing_mails_for_one
  CHECK (num_nonnulls(user_id, application_id, meeting_person_id, letter_id) = 1);
