-- A brief goes out once a week
--
-- Claimed by the primary key before it is sent, so that of two nodes one tells a manager, and a restart tells nobody again.

CREATE TABLE "brief_runs" (
    "user_id" UUID NOT NULL,
    "week" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "brief_runs_pkey" PRIMARY KEY ("user_id","week")
);

ALTER TABLE "brief_runs" ADD CONSTRAINT "brief_runs_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
