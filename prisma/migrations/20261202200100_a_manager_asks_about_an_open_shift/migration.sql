-- A manager asks some whether they take an open shift. A new value is used by what comes after it is committed.
ALTER TYPE "shift_request_kind" ADD VALUE 'ask';
