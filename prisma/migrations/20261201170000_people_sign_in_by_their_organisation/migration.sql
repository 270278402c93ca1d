-- People sign in by their organisation.
--
-- A provider of sign-in (OpenID Connect) says who somebody is by its own address and a subject. That pair is what a person is known
-- by from the first time on, since addresses change hands. One pair is one person, and a person is one subject of a provider.

-- CreateTable
CREATE TABLE "user_identities" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_identities_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateIndex
CREATE INDEX "user_identities_user_id_idx" ON "user_identities"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_identities_issuer_user_id_key" ON "user_identities"("issuer", "user_id");

-- AddForeignKey
ALTER TABLE "user_identities" ADD CONSTRAINT "user_identities_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE user_identities ADD CONSTRAINT user_identities_named CHECK (issuer <> '' AND subject <> '');
