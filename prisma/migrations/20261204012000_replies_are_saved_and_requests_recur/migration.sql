CREATE TYPE "day_off_rule" AS ENUM ('skip', 'before');

CREATE TABLE "saved_replies" (
    "id" UUID NOT NULL,
    "pool_id" UUID,
    "user_id" UUID,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "saved_replies_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "saved_replies_pool_id_idx" ON "saved_replies"("pool_id");
CREATE INDEX "saved_replies_user_id_idx" ON "saved_replies"("user_id");
ALTER TABLE "saved_replies" ADD CONSTRAINT "saved_replies_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "saved_replies" ADD CONSTRAINT "saved_replies_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "saved_replies" ADD CONSTRAINT "saved_replies_of_one" CHECK (num_nonnulls(pool_id, user_id) = 1);

CREATE TABLE "recurring_requests" (
    "id" UUID NOT NULL,
    "executive_id" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "type_id" TEXT,
    "summary" TEXT NOT NULL,
    "details" TEXT NOT NULL DEFAULT '',
    "priority" "request_priority" NOT NULL DEFAULT 'normal',
    "weekdays" SMALLINT[] NOT NULL DEFAULT ARRAY[]::SMALLINT[],
    "month_day" SMALLINT,
    "on_day_off" "day_off_rule" NOT NULL DEFAULT 'skip',
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "filed_on" DATE,
    "paused_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recurring_requests_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "recurring_requests_executive_id_idx" ON "recurring_requests"("executive_id");
CREATE INDEX "recurring_requests_created_by_id_idx" ON "recurring_requests"("created_by_id");
CREATE INDEX "recurring_requests_type_id_idx" ON "recurring_requests"("type_id");
ALTER TABLE "recurring_requests" ADD CONSTRAINT "recurring_requests_executive_id_fkey" FOREIGN KEY ("executive_id") REFERENCES "executives"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "recurring_requests" ADD CONSTRAINT "recurring_requests_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recurring_requests" ADD CONSTRAINT "recurring_requests_type_id_fkey" FOREIGN KEY ("type_id") REFERENCES "request_types"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recurring_requests" ADD CONSTRAINT "recurring_requests_days"
  CHECK (from_on <= to_on AND weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7]::SMALLINT[] AND month_day BETWEEN 1 AND 31
    AND (cardinality(weekdays) > 0 OR month_day IS NOT NULL));
