-- A calendar file says when its owner is busy
--
-- An executive hands in a calendar file of their own, or an assistant one of somebody who takes part in a meeting. Only when its owner is
-- busy is kept, never what with, and for which days the file speaks: of other days nothing is known.

-- CreateTable
CREATE TABLE "busy_calendars" (
    "id" UUID NOT NULL,
    "user_id" UUID,
    "meeting_person_id" UUID,
    "spans" JSONB NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "busy_calendars_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "busy_calendars_user_id_key" ON "busy_calendars"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "busy_calendars_meeting_person_id_key" ON "busy_calendars"("meeting_person_id");

-- AddForeignKey
ALTER TABLE "busy_calendars" ADD CONSTRAINT "busy_calendars_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "busy_calendars" ADD CONSTRAINT "busy_calendars_meeting_person_id_fkey" FOREIGN KEY ("meeting_person_id") REFERENCES "meeting_people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "busy_calendars" ADD CONSTRAINT "busy_calendars_of_one"
  CHECK (num_nonnulls("user_id", "meeting_person_id") = 1);
ALTER TABLE "busy_calendars" ADD CONSTRAINT "busy_calendars_days" CHECK ("from_on" <= "to_on");
