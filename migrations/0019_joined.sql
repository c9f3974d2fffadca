-- Since when a person comes in by themselves, also one who only ever uses a link from a letter: from then on their address is theirs to change.
alter table person add column joined_at timestamptz;
update person p set joined_at = coalesce(
  (select min(l.used_at) from sign_in_link l where l.person_id = p.id),
  (select min(s.created_at) from session s where s.person_id = p.id),
  case when p.password_hash is not null or exists (select from passkey k where k.person_id = p.id) or exists (select from outside_identity o where o.person_id = p.id) then p.created_at end);
