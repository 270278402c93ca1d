-- Names show all they hold: composed letters, plain spaces, nothing that can't be seen or turns the direction of writing.
-- A name of invisible characters was an empty row, and two that look the same were not found by typing one of them.

CREATE FUNCTION pg_temp.visible(words text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT btrim(normalize(regexp_replace(regexp_replace(words,
    '[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0]', '', 'g'),
    '[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]', ' ', 'g'), NFC))
$$;

UPDATE users SET name = coalesce(nullif(pg_temp.visible(name), ''), email)
WHERE name IS DISTINCT FROM coalesce(nullif(pg_temp.visible(name), ''), email);

UPDATE pools p SET name = pg_temp.visible(name)
WHERE name <> pg_temp.visible(name) AND pg_temp.visible(name) <> ''
  AND NOT EXISTS (SELECT FROM pools o WHERE o.id <> p.id AND pg_temp.visible(o.name) = pg_temp.visible(p.name));

ALTER TABLE users ADD CONSTRAINT users_name_visible CHECK (
  name IS NFC NORMALIZED AND btrim(name) <> ''
  AND name !~ '[\u00ad\u034f\u061c\u115f\u1160\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0]'
);
