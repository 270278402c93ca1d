-- Directories provision accounts.
--
-- A directory (SCIM) makes accounts, renames and shuts them, and finds them again by an id of its own, which is kept here. One id is
-- one account, in any case of its letters.

-- CreateTable
CREATE TABLE "directory_ids" (
    "user_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,

    CONSTRAINT "directory_ids_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "directory_ids_external_id_key" ON "directory_ids"("external_id");

-- AddForeignKey
ALTER TABLE "directory_ids" ADD CONSTRAINT "directory_ids_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE UNIQUE INDEX directory_ids_external_id_in_any_case ON directory_ids (lower(external_id));
ALTER TABLE directory_ids ADD CONSTRAINT directory_ids_named CHECK (external_id <> '');
