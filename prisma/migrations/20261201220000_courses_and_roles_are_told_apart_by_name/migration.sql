-- Courses and work roles are told apart by name.
--
-- Two courses that are offered, or two roles, of one name can't be told apart in any list. What is retired keeps its name and
-- frees it. Where there are two already, the later ones are numbered.

UPDATE courses c SET name = c.name || ' ' || n.place FROM (
  SELECT id, row_number() OVER (PARTITION BY lower(name) ORDER BY id) AS place FROM courses WHERE NOT is_retired) n
WHERE n.id = c.id AND n.place > 1;
UPDATE work_roles r SET name_en = r.name_en || ' ' || n.place FROM (
  SELECT id, row_number() OVER (PARTITION BY lower(name_en) ORDER BY id) AS place FROM work_roles WHERE NOT is_retired) n
WHERE n.id = r.id AND n.place > 1;
UPDATE work_roles r SET name_sv = r.name_sv || ' ' || n.place FROM (
  SELECT id, row_number() OVER (PARTITION BY lower(name_sv) ORDER BY id) AS place FROM work_roles WHERE NOT is_retired) n
WHERE n.id = r.id AND n.place > 1;

CREATE UNIQUE INDEX courses_name_offered ON courses (lower(name)) WHERE NOT is_retired;
CREATE UNIQUE INDEX work_roles_name_en ON work_roles (lower(name_en)) WHERE NOT is_retired;
CREATE UNIQUE INDEX work_roles_name_sv ON work_roles (lower(name_sv)) WHERE NOT is_retired;
