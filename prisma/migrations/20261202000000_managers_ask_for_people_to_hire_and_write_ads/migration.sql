-- A pool asks for people with evidence of what is open, another manager approves, and an ad says so in both languages.

-- CreateEnum
CREATE TYPE "requisition_status" AS ENUM ('draft', 'pending', 'open', 'on_hold', 'rejected', 'filled', 'cancelled');

-- CreateEnum
CREATE TYPE "pay_unit" AS ENUM ('year', 'month', 'hour');

-- CreateTable
CREATE TABLE "requisitions" (
    "id" UUID NOT NULL,
    "pool_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "places" SMALLINT NOT NULL DEFAULT 1,
    "fte_percent" SMALLINT NOT NULL DEFAULT 100,
    "wanted_on" DATE,
    "reason" TEXT NOT NULL DEFAULT '',
    "profile" JSONB NOT NULL,
    "status" "requisition_status" NOT NULL DEFAULT 'draft',
    "decision_reason" TEXT NOT NULL DEFAULT '',
    "requested_by_id" UUID NOT NULL,
    "decided_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "requisitions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "requisition_executives" (
    "requisition_id" UUID NOT NULL,
    "executive_id" UUID NOT NULL,

    CONSTRAINT "requisition_executives_pkey" PRIMARY KEY ("requisition_id","executive_id")
);

-- CreateTable
CREATE TABLE "requisition_evidence" (
    "id" UUID NOT NULL,
    "requisition_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "figures" JSONB NOT NULL,

    CONSTRAINT "requisition_evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_ads" (
    "id" UUID NOT NULL,
    "requisition_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "employer" TEXT NOT NULL,
    "opens_on" DATE,
    "closes_on" DATE NOT NULL,
    "place" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "pay_from" INTEGER,
    "pay_to" INTEGER,
    "currency" TEXT NOT NULL DEFAULT 'EUR',
    "pay_unit" "pay_unit" NOT NULL DEFAULT 'year',
    "pay_reason" TEXT NOT NULL DEFAULT '',
    "published_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "job_ads_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_ad_versions" (
    "id" UUID NOT NULL,
    "job_ad_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "texts" JSONB NOT NULL,
    "questions" JSONB NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "job_ad_versions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "requisitions_pool_id_status_idx" ON "requisitions"("pool_id", "status");

-- CreateIndex
CREATE INDEX "requisitions_requested_by_id_idx" ON "requisitions"("requested_by_id");

-- CreateIndex
CREATE INDEX "requisitions_decided_by_id_idx" ON "requisitions"("decided_by_id");

-- CreateIndex
CREATE INDEX "requisition_executives_executive_id_idx" ON "requisition_executives"("executive_id");

-- CreateIndex
CREATE INDEX "requisition_evidence_requisition_id_at_idx" ON "requisition_evidence"("requisition_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "job_ads_requisition_id_key" ON "job_ads"("requisition_id");

-- CreateIndex
CREATE UNIQUE INDEX "job_ads_slug_key" ON "job_ads"("slug");

-- CreateIndex
CREATE INDEX "job_ad_versions_created_by_id_idx" ON "job_ad_versions"("created_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "job_ad_versions_job_ad_id_number_key" ON "job_ad_versions"("job_ad_id", "number");

-- AddForeignKey
ALTER TABLE "requisitions" ADD CONSTRAINT "requisitions_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requisitions" ADD CONSTRAINT "requisitions_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requisitions" ADD CONSTRAINT "requisitions_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requisition_executives" ADD CONSTRAINT "requisition_executives_requisition_id_fkey" FOREIGN KEY ("requisition_id") REFERENCES "requisitions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requisition_executives" ADD CONSTRAINT "requisition_executives_executive_id_fkey" FOREIGN KEY ("executive_id") REFERENCES "executives"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requisition_evidence" ADD CONSTRAINT "requisition_evidence_requisition_id_fkey" FOREIGN KEY ("requisition_id") REFERENCES "requisitions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_ads" ADD CONSTRAINT "job_ads_requisition_id_fkey" FOREIGN KEY ("requisition_id") REFERENCES "requisitions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_ad_versions" ADD CONSTRAINT "job_ad_versions_job_ad_id_fkey" FOREIGN KEY ("job_ad_id") REFERENCES "job_ads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_ad_versions" ADD CONSTRAINT "job_ad_versions_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE requisitions
  ADD CONSTRAINT requisitions_places_check CHECK (places BETWEEN 1 AND 50),
  ADD CONSTRAINT requisitions_fte_check CHECK (fte_percent BETWEEN 1 AND 100),
  ADD CONSTRAINT requisitions_decided CHECK (status NOT IN ('open', 'on_hold', 'filled', 'rejected') OR decided_by_id IS NOT NULL);
CREATE TRIGGER requisitions_move_on BEFORE UPDATE OF status ON requisitions FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION check_move(
    'draft > pending', 'rejected > pending', 'pending > draft', 'pending > open', 'pending > rejected', 'open > on_hold',
    'on_hold > open', 'open > filled', 'filled > open', 'draft > cancelled', 'rejected > cancelled', 'pending > cancelled',
    'open > cancelled', 'on_hold > cancelled');

ALTER TABLE job_ads
  ADD CONSTRAINT job_ads_days_check CHECK (opens_on IS NULL OR closes_on >= opens_on),
  ADD CONSTRAINT job_ads_pay_check CHECK (pay_from IS NULL OR (pay_from > 0 AND pay_to >= pay_from)),
  ADD CONSTRAINT job_ads_pay_said CHECK (published_at IS NULL OR pay_from IS NOT NULL OR pay_reason <> '');

-- What was worked out, and what candidates could read, stays as it was.
CREATE FUNCTION refuse_change_of_hiring_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is never changed', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER requisition_evidence_stays BEFORE UPDATE ON requisition_evidence FOR EACH ROW EXECUTE FUNCTION refuse_change_of_hiring_record();
CREATE TRIGGER job_ad_versions_stay BEFORE UPDATE ON job_ad_versions FOR EACH ROW EXECUTE FUNCTION refuse_change_of_hiring_record();
