-- People subscribe to calendars by a secret address of which only the hash is kept. What a feed has said is kept too:
-- calendar programs take a change only with a higher sequence, and need to be told of what is cancelled.
-- An imported event's UID is kept so that the same file again finds the absence it made.

-- CreateEnum
CREATE TYPE "calendar_feed_kind" AS ENUM ('assistant', 'executive', 'pool');

-- CreateTable
CREATE TABLE "calendar_feeds" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" "calendar_feed_kind" NOT NULL,
    "subject_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "renewed_at" TIMESTAMPTZ(3) NOT NULL,
    "last_read_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_feeds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_events" (
    "feed_id" UUID NOT NULL,
    "uid" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_events_pkey" PRIMARY KEY ("feed_id","uid")
);

-- CreateTable
CREATE TABLE "imported_absences" (
    "absence_id" UUID NOT NULL,
    "assistant_id" UUID NOT NULL,
    "uid" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "imported_absences_pkey" PRIMARY KEY ("absence_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feeds_token_hash_key" ON "calendar_feeds"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feeds_user_id_kind_subject_id_key" ON "calendar_feeds"("user_id", "kind", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "imported_absences_assistant_id_uid_key" ON "imported_absences"("assistant_id", "uid");

-- AddForeignKey
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_events" ADD CONSTRAINT "calendar_events_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "calendar_feeds"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported_absences" ADD CONSTRAINT "imported_absences_absence_id_fkey" FOREIGN KEY ("absence_id") REFERENCES "absences"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported_absences" ADD CONSTRAINT "imported_absences_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE calendar_feeds ADD CONSTRAINT calendar_feeds_hashed CHECK (token_hash ~ '^[0-9a-f]{64}$');

-- A sequence never falls: calendar programs would keep the older event.
CREATE FUNCTION check_sequence_rises() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.sequence < OLD.sequence THEN
    RAISE EXCEPTION 'a sequence never falls' USING ERRCODE = '23514', CONSTRAINT = 'calendar_events_sequence_rises';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER calendar_events_sequence_rises
  BEFORE UPDATE ON calendar_events FOR EACH ROW EXECUTE FUNCTION check_sequence_rises();
