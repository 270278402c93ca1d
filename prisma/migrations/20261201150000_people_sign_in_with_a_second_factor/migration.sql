-- People sign in with a second factor.
--
-- A password that is guessed or read opens the whole office. An app makes a code every thirty seconds (TOTP), which is asked for
-- beside it; ten recovery codes stand in for a lost phone. What must never happen is kept from happening here, whatever the
-- program does: a code or a recovery code that works twice, more than five tries of one sign-in, and a session that a password
-- alone opened for an account with a second factor.

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "by_factor" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "proven_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "factor_required_at" TIMESTAMPTZ(3),
ADD COLUMN     "factor_reset_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "second_factors" (
    "user_id" UUID NOT NULL,
    "sealed_seed" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL,
    "totp_last_step" BIGINT NOT NULL,

    CONSTRAINT "second_factors_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "recovery_codes" (
    "code_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("code_hash")
);

-- CreateTable
CREATE TABLE "sign_in_challenges" (
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_challenges_pkey" PRIMARY KEY ("token_hash")
);

-- CreateIndex
CREATE INDEX "recovery_codes_user_id_idx" ON "recovery_codes"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_challenges_user_id_idx" ON "sign_in_challenges"("user_id");

-- AddForeignKey
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_challenges" ADD CONSTRAINT "sign_in_challenges_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who is signed in now has not just shown that it is they.
UPDATE "sessions" SET "proven_at" = "created_at";

ALTER TABLE "sign_in_challenges" ADD CONSTRAINT "sign_in_challenges_tries" CHECK ("tries" BETWEEN 0 AND 5);

CREATE FUNCTION check_totp_step_goes_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.totp_last_step < OLD.totp_last_step THEN
    RAISE EXCEPTION 'a code of an earlier step may have been used' USING ERRCODE = '23514', CONSTRAINT = 'totp_step_goes_up';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER second_factors_step_goes_up BEFORE UPDATE ON second_factors
  FOR EACH ROW EXECUTE FUNCTION check_totp_step_goes_up();

CREATE FUNCTION check_recovery_code_stays_used() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.used_at IS NOT NULL THEN
    RAISE EXCEPTION 'a recovery code is used once' USING ERRCODE = '23514', CONSTRAINT = 'recovery_code_stays_used';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER recovery_codes_stay_used BEFORE UPDATE ON recovery_codes
  FOR EACH ROW EXECUTE FUNCTION check_recovery_code_stays_used();

-- The account is held, so that a factor which is being set up at this moment is waited for.
CREATE FUNCTION check_session_has_its_factor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT NEW.by_factor THEN
    PERFORM 1 FROM users WHERE id = NEW.user_id FOR KEY SHARE;
    IF EXISTS (SELECT FROM second_factors WHERE user_id = NEW.user_id) THEN
      RAISE EXCEPTION 'this account is opened by its second factor' USING ERRCODE = '23514', CONSTRAINT = 'session_has_its_factor';
    END IF;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER sessions_have_their_factor BEFORE INSERT OR UPDATE OF by_factor, user_id ON sessions
  FOR EACH ROW EXECUTE FUNCTION check_session_has_its_factor();
