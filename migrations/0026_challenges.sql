-- One register of what hinders an agreement or an alliance: reviews, committees and reports read the same. What was called an obstacle
-- beside the numbers of a report is the challenge that a committee addresses.
alter table obstacle rename to challenge;
alter index obstacle_pkey rename to challenge_pkey;
alter index obstacle_of_alliance rename to challenge_of_alliance;
alter index obstacle_of_agreement rename to challenge_of_agreement;
alter index obstacle_owner rename to challenge_owner;

-- A new area that a side proposes to work in. It becomes a commitment of the agreement, or a draft agreement beneath it, or is set aside.
create table new_area (
  id             uuid primary key,
  agreement_id   uuid not null references agreement on delete cascade,
  side_id        uuid not null references organisation,
  what           jsonb not null,
  why            jsonb not null default '{}',
  -- What would be promised, so that one step makes a commitment of it.
  kind           text not null,
  unit           text not null,
  target         numeric not null check (target > 0),
  per            text not null check (per in ('once', 'year', 'total')),
  each_way       boolean not null,
  due_on         date,
  state          text not null check (state in ('open', 'commitment', 'draft', 'set-aside')),
  commitment_id  uuid references commitment on delete set null,
  draft_id       uuid references agreement on delete set null,
  proposed_by    uuid not null,
  proposed_at    timestamptz not null,
  settled_by     uuid,
  settled_at     timestamptz,
  because        text,
  check ((state = 'open') = (settled_at is null))
);
create index new_area_of on new_area (agreement_id, proposed_at);
create index new_area_side on new_area (side_id);
