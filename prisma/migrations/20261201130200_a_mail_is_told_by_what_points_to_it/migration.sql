-- What a mail tells is found by the notices that name it, or by its kind alone; nothing was ever written here.

-- AlterTable
ALTER TABLE "outgoing_mails" DROP COLUMN "params";
