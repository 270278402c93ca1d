-- Leave becomes an account of its own: types that can be edited, what a pool and a person have of each in a year, what was
-- carried over or changed by hand, who decides, when nobody or not everybody may be away, and a history of every step.

-- CreateEnum
CREATE TYPE "leave_unit" AS ENUM ('day', 'half', 'hour');

-- CreateEnum
CREATE TYPE "leave_measure" AS ENUM ('days', 'minutes');

-- CreateEnum
CREATE TYPE "leave_accrual" AS ENUM ('upfront', 'monthly');

-- CreateEnum
CREATE TYPE "blackout_kind" AS ENUM ('soft', 'hard');

-- AlterTable
ALTER TABLE "absences" ADD COLUMN     "cancel_from_on" DATE,
ADD COLUMN     "cancel_from_part" "day_part",
ADD COLUMN     "first_decider_id" UUID;

-- AlterTable
ALTER TABLE "leave_types" ADD COLUMN     "can_go_negative" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "counts_against_allowance" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "interrupts_leave" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "is_automatic" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "is_paid" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "is_retired" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "measure" "leave_measure" NOT NULL DEFAULT 'days',
ADD COLUMN     "notice_days" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "unit" "leave_unit" NOT NULL DEFAULT 'hour',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "yearly_limit" INTEGER;

-- CreateTable
CREATE TABLE "leave_entitlements" (
    "pool_id" UUID NOT NULL,
    "leave_type_id" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "accrual" "leave_accrual" NOT NULL DEFAULT 'upfront',
    "carry_over_most" INTEGER NOT NULL DEFAULT 0,
    "carry_over_until" TEXT,
    "first_year" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "leave_entitlements_pkey" PRIMARY KEY ("pool_id","leave_type_id")
);

-- CreateTable
CREATE TABLE "leave_allowances" (
    "assistant_id" UUID NOT NULL,
    "leave_type_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "amount" INTEGER,
    "carried_over" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "leave_allowances_pkey" PRIMARY KEY ("assistant_id","leave_type_id","year")
);

-- CreateTable
CREATE TABLE "leave_adjustments" (
    "id" UUID NOT NULL,
    "assistant_id" UUID NOT NULL,
    "leave_type_id" TEXT NOT NULL,
    "effective_on" DATE NOT NULL,
    "amount" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "leave_adjustments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pool_leave_policies" (
    "pool_id" UUID NOT NULL,
    "approval_stages" SMALLINT NOT NULL DEFAULT 1,
    "second_decider_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "pool_leave_policies_pkey" PRIMARY KEY ("pool_id")
);

-- CreateTable
CREATE TABLE "assistant_leave_policies" (
    "assistant_id" UUID NOT NULL,
    "decider_id" UUID,
    "is_automatic" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "assistant_leave_policies_pkey" PRIMARY KEY ("assistant_id")
);

-- CreateTable
CREATE TABLE "manager_deputies" (
    "id" UUID NOT NULL,
    "manager_id" UUID NOT NULL,
    "deputy_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,

    CONSTRAINT "manager_deputies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "blackout_periods" (
    "id" UUID NOT NULL,
    "pool_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "blackout_kind" NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "blackout_periods_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "apart_groups" (
    "id" UUID NOT NULL,
    "pool_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "most_away" SMALLINT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "apart_groups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "apart_group_members" (
    "group_id" UUID NOT NULL,
    "assistant_id" UUID NOT NULL,

    CONSTRAINT "apart_group_members_pkey" PRIMARY KEY ("group_id","assistant_id")
);

-- CreateTable
CREATE TABLE "absence_steps" (
    "id" UUID NOT NULL,
    "absence_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "deputy_for_id" UUID,
    "action" TEXT NOT NULL,
    "status" "absence_status" NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "start_on" DATE NOT NULL,
    "start_part" "day_part" NOT NULL,
    "end_on" DATE NOT NULL,
    "end_part" "day_part" NOT NULL,
    "start_minute" INTEGER,
    "end_minute" INTEGER,

    CONSTRAINT "absence_steps_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "leave_entitlements_leave_type_id_idx" ON "leave_entitlements"("leave_type_id");

-- CreateIndex
CREATE INDEX "leave_allowances_leave_type_id_idx" ON "leave_allowances"("leave_type_id");

-- CreateIndex
CREATE INDEX "leave_adjustments_assistant_id_leave_type_id_effective_on_idx" ON "leave_adjustments"("assistant_id", "leave_type_id", "effective_on");

-- CreateIndex
CREATE INDEX "leave_adjustments_leave_type_id_idx" ON "leave_adjustments"("leave_type_id");

-- CreateIndex
CREATE INDEX "leave_adjustments_created_by_id_idx" ON "leave_adjustments"("created_by_id");

-- CreateIndex
CREATE INDEX "pool_leave_policies_second_decider_id_idx" ON "pool_leave_policies"("second_decider_id");

-- CreateIndex
CREATE INDEX "assistant_leave_policies_decider_id_idx" ON "assistant_leave_policies"("decider_id");

-- CreateIndex
CREATE INDEX "manager_deputies_manager_id_to_on_idx" ON "manager_deputies"("manager_id", "to_on");

-- CreateIndex
CREATE INDEX "manager_deputies_deputy_id_to_on_idx" ON "manager_deputies"("deputy_id", "to_on");

-- CreateIndex
CREATE INDEX "blackout_periods_pool_id_to_on_idx" ON "blackout_periods"("pool_id", "to_on");

-- CreateIndex
CREATE INDEX "apart_groups_pool_id_name_idx" ON "apart_groups"("pool_id", "name");

-- CreateIndex
CREATE INDEX "apart_group_members_assistant_id_idx" ON "apart_group_members"("assistant_id");

-- CreateIndex
CREATE INDEX "absence_steps_absence_id_at_idx" ON "absence_steps"("absence_id", "at");

-- CreateIndex
CREATE INDEX "absence_steps_actor_id_idx" ON "absence_steps"("actor_id");

-- CreateIndex
CREATE INDEX "absence_steps_deputy_for_id_idx" ON "absence_steps"("deputy_for_id");

-- AddForeignKey
ALTER TABLE "leave_entitlements" ADD CONSTRAINT "leave_entitlements_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leave_entitlements" ADD CONSTRAINT "leave_entitlements_leave_type_id_fkey" FOREIGN KEY ("leave_type_id") REFERENCES "leave_types"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leave_allowances" ADD CONSTRAINT "leave_allowances_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leave_allowances" ADD CONSTRAINT "leave_allowances_leave_type_id_fkey" FOREIGN KEY ("leave_type_id") REFERENCES "leave_types"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leave_adjustments" ADD CONSTRAINT "leave_adjustments_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leave_adjustments" ADD CONSTRAINT "leave_adjustments_leave_type_id_fkey" FOREIGN KEY ("leave_type_id") REFERENCES "leave_types"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leave_adjustments" ADD CONSTRAINT "leave_adjustments_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pool_leave_policies" ADD CONSTRAINT "pool_leave_policies_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pool_leave_policies" ADD CONSTRAINT "pool_leave_policies_second_decider_id_fkey" FOREIGN KEY ("second_decider_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assistant_leave_policies" ADD CONSTRAINT "assistant_leave_policies_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assistant_leave_policies" ADD CONSTRAINT "assistant_leave_policies_decider_id_fkey" FOREIGN KEY ("decider_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "manager_deputies" ADD CONSTRAINT "manager_deputies_manager_id_fkey" FOREIGN KEY ("manager_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "manager_deputies" ADD CONSTRAINT "manager_deputies_deputy_id_fkey" FOREIGN KEY ("deputy_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blackout_periods" ADD CONSTRAINT "blackout_periods_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "apart_groups" ADD CONSTRAINT "apart_groups_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "apart_group_members" ADD CONSTRAINT "apart_group_members_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "apart_groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "apart_group_members" ADD CONSTRAINT "apart_group_members_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence_steps" ADD CONSTRAINT "absence_steps_absence_id_fkey" FOREIGN KEY ("absence_id") REFERENCES "absences"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence_steps" ADD CONSTRAINT "absence_steps_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence_steps" ADD CONSTRAINT "absence_steps_deputy_for_id_fkey" FOREIGN KEY ("deputy_for_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Amounts are hundredths of a day or minutes; only an adjustment may take away.
ALTER TABLE leave_types ADD CONSTRAINT leave_types_amounts CHECK (yearly_limit >= 0 AND notice_days BETWEEN 0 AND 366);
ALTER TABLE leave_types ADD CONSTRAINT leave_types_one_way_in CHECK (NOT (is_reported AND is_automatic));
ALTER TABLE leave_entitlements ADD CONSTRAINT leave_entitlements_amounts
  CHECK (amount >= 0 AND carry_over_most >= 0 AND first_year BETWEEN 2000 AND 2100
    AND carry_over_until ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$');
ALTER TABLE leave_allowances ADD CONSTRAINT leave_allowances_amounts
  CHECK (amount >= 0 AND carried_over >= 0 AND year BETWEEN 2000 AND 2100);
ALTER TABLE leave_adjustments ADD CONSTRAINT leave_adjustments_amount CHECK (amount <> 0 AND reason <> '');
ALTER TABLE pool_leave_policies ADD CONSTRAINT pool_leave_policies_stages CHECK (approval_stages IN (1, 2));
ALTER TABLE manager_deputies ADD CONSTRAINT manager_deputies_two_people CHECK (manager_id <> deputy_id);
ALTER TABLE manager_deputies ADD CONSTRAINT manager_deputies_dates CHECK (to_on >= from_on);
ALTER TABLE blackout_periods ADD CONSTRAINT blackout_periods_dates CHECK (to_on >= from_on);
ALTER TABLE apart_groups ADD CONSTRAINT apart_groups_most_away CHECK (most_away >= 1);

-- Two decisions are two people's.
ALTER TABLE absences ADD CONSTRAINT absences_decided_by_two
  CHECK (status <> 'approved' OR first_decider_id IS NULL OR decided_by_id <> first_decider_id);
ALTER TABLE absences ADD CONSTRAINT absences_cancel_from
  CHECK ((cancel_from_on IS NULL) = (cancel_from_part IS NULL));

-- What is over stays over, and no decision is taken that nobody asked for.
CREATE FUNCTION check_absence_moves_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.status, NEW.status) NOT IN (
    ('draft', 'requested'), ('draft', 'withdrawn'),
    ('requested', 'provisionally_approved'), ('requested', 'approved'), ('requested', 'declined'), ('requested', 'withdrawn'),
    ('provisionally_approved', 'approved'), ('provisionally_approved', 'declined'), ('provisionally_approved', 'withdrawn'),
    ('approved', 'cancellation_requested'), ('approved', 'cancelled'),
    ('cancellation_requested', 'approved'), ('cancellation_requested', 'cancelled')
  ) THEN
    RAISE EXCEPTION 'an absence does not go from % to %', OLD.status, NEW.status
      USING ERRCODE = '23514', CONSTRAINT = 'absences_moves';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER absences_move_on BEFORE UPDATE OF status ON absences
  FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION check_absence_moves_on();

-- What happened to an absence, and what was given or taken by hand, is added to and never changed.
CREATE FUNCTION refuse_leave_history_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the history of leave is never changed' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER absence_steps_append_only BEFORE UPDATE OR DELETE ON absence_steps
  FOR EACH ROW EXECUTE FUNCTION refuse_leave_history_change();
CREATE TRIGGER leave_adjustments_append_only BEFORE UPDATE OR DELETE ON leave_adjustments
  FOR EACH ROW EXECUTE FUNCTION refuse_leave_history_change();

-- What every office starts with, Swedish and British.
UPDATE leave_types SET counts_against_allowance = true WHERE id = 'vacation';
UPDATE leave_types SET interrupts_leave = true WHERE id = 'sick';
UPDATE leave_types SET is_paid = false WHERE id IN ('childcare', 'parental');
INSERT INTO leave_types (id, name_en, name_sv, is_paid, counts_against_allowance, measure, sort_order) VALUES
  ('toil', 'Time off in lieu', 'Komptid', true, true, 'minutes', 7),
  ('unpaid', 'Unpaid leave', 'Tjänstledighet', false, false, 'days', 8);
