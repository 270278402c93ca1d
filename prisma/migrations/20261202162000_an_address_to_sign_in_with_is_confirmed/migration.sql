-- An address to sign in with is confirmed
--
-- Who can open an account's browser for a moment could make it theirs by another address. The new one is confirmed by a link that
-- goes there, and a link to the old one takes it back for three days. Only hashes of the links are kept.

CREATE TABLE "address_changes" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "old_email" TEXT NOT NULL,
    "new_email" TEXT NOT NULL,
    "confirm_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "undo_hash" TEXT,
    "undo_until" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "address_changes_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "address_changes_undone_after_confirmed" CHECK ("undone_at" IS NULL OR "confirmed_at" IS NOT NULL),
    CONSTRAINT "address_changes_undo_once_confirmed" CHECK (
      ("confirmed_at" IS NULL) = ("undo_hash" IS NULL) AND ("undo_hash" IS NULL) = ("undo_until" IS NULL))
);

CREATE UNIQUE INDEX "address_changes_confirm_hash_key" ON "address_changes"("confirm_hash");
CREATE UNIQUE INDEX "address_changes_undo_hash_key" ON "address_changes"("undo_hash");
CREATE INDEX "address_changes_user_id_idx" ON "address_changes"("user_id");
-- One that waits for each person.
CREATE UNIQUE INDEX "address_changes_one_waiting" ON "address_changes"("user_id") WHERE "confirmed_at" IS NULL;

ALTER TABLE "address_changes" ADD CONSTRAINT "address_changes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
