-- An invitation travels as a letter with a calendar entry, and is answered by the link in it or in the app.
alter table letter add column calendar text;

-- In whose name invitations go: calendar programs answer to them.
alter table meeting add column called_by uuid;

alter table meeting_reply drop constraint meeting_reply_coming_check;
alter table meeting_reply add check (coming in ('room', 'online', 'maybe', 'no'));
alter table meeting_reply add column via text not null default 'app' check (via in ('app', 'link', 'noted'));
-- Which calling it answers: of a meeting that was moved the earlier answer no longer counts.
alter table meeting_reply add column sequence integer not null default 0;

-- Each letter has a link of its own; what opens it is known only to whoever received it.
create table meeting_link (
  token_hash text primary key,
  meeting_id uuid not null references meeting on delete cascade,
  person_id  uuid not null references person,
  sequence   integer not null,
  cancelled  boolean not null default false,
  made_at    timestamptz not null
);
create index meeting_link_of on meeting_link (meeting_id, person_id);
