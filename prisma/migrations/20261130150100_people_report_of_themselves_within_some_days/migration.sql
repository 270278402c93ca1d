-- People report of themselves within some days.
--
-- What is reported, such as sickness, counts at once and nobody decides on it, so that years of it could be reported ahead or
-- long afterwards. A pool says how many days each way it may be; what is older or longer is the manager's to record.

ALTER TABLE "pool_leave_policies" ADD COLUMN "reported_days_ahead" SMALLINT NOT NULL DEFAULT 7,
ADD COLUMN "reported_days_back" SMALLINT NOT NULL DEFAULT 7;
ALTER TABLE pool_leave_policies ADD CONSTRAINT pool_leave_policies_reported_days
  CHECK (reported_days_back BETWEEN 0 AND 60 AND reported_days_ahead BETWEEN 0 AND 60);
