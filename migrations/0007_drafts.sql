-- An agreement may begin as a draft, and is sealed when every party has signed it here.
alter table agreement add column draft boolean not null default false;
alter table agreement add column sealed_at timestamptz;
create index agreement_drafts on agreement using gin (party_ids) where draft and removed_at is null;
