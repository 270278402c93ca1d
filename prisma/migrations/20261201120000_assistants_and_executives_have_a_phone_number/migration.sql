-- An executive whose assistant is away calls whoever covers, and the pool calls an assistant who is missed: both with one tap.
-- A number is kept as people write it; empty is none.

-- AlterTable
ALTER TABLE "assistants" ADD COLUMN     "phone" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "executives" ADD COLUMN     "phone" TEXT NOT NULL DEFAULT '';

ALTER TABLE assistants ADD CONSTRAINT assistants_phone_is_a_number
  CHECK (phone ~ '^(\+?\(?\d([ ()/.-]*\d){4,19})?$' AND length(phone) <= 40);
ALTER TABLE executives ADD CONSTRAINT executives_phone_is_a_number
  CHECK (phone ~ '^(\+?\(?\d([ ()/.-]*\d){4,19})?$' AND length(phone) <= 40);
