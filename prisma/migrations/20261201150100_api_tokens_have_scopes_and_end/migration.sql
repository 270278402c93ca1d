-- API tokens have scopes and end.
--
-- A token could do all its owner could, for ever, and lay in scripts and spreadsheets. It now says what it is for, by domain, and
-- ends within a year. Those there are keep what they could do and end in ninety days, of which their owners are told.

-- AlterTable
ALTER TABLE "api_tokens" ADD COLUMN     "expires_at" TIMESTAMPTZ(3),
ADD COLUMN     "scopes" TEXT[],
ADD COLUMN     "warned_at" TIMESTAMPTZ(3);

UPDATE "api_tokens" SET "expires_at" = now() + interval '90 days',
  "created_at" = greatest("created_at", now() - interval '270 days'),
  "scopes" = ARRAY(SELECT domain || ':' || access
    FROM unnest(ARRAY['me', 'pools', 'people', 'absences', 'schedules', 'coverage', 'requests', 'handovers', 'calendars',
      'imports', 'accounts']) domain, unnest(ARRAY['read', 'write']) access);

ALTER TABLE "api_tokens" ALTER COLUMN "expires_at" SET NOT NULL;

ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_end_within_a_year"
  CHECK ("expires_at" > "created_at" AND "expires_at" <= "created_at" + interval '366 days');

ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_scopes_are_named"
  CHECK (array_to_string("scopes", ' ', '?') ~ '^[a-z]+:(read|write)( [a-z]+:(read|write))*$');
