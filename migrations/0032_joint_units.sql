-- Joint units: a centre, a laboratory, a college that several organisations run together, founded by an agreement and carrying out perhaps others.
create table joint_unit (
  id              uuid primary key,
  organisation_id uuid not null references organisation,
  agreement_id    uuid not null references agreement,
  kind            text not null check (kind in ('research-centre', 'laboratory', 'college', 'workshop', 'programme-office', 'other')),
  founded_on      date not null,
  closed_on       date check (closed_on >= founded_on),
  closed_because  text,
  recorded_by     uuid not null,
  recorded_at     timestamptz not null,
  changed_at      timestamptz not null,
  check ((closed_on is null) = (closed_because is null))
);
create index joint_unit_agreement_founded on joint_unit (agreement_id);
create index joint_unit_organisation on joint_unit (organisation_id);

create table joint_unit_agreement (
  unit_id      uuid not null references joint_unit on delete cascade,
  agreement_id uuid not null references agreement,
  primary key (unit_id, agreement_id)
);
create index joint_unit_agreement_of on joint_unit_agreement (agreement_id);

-- A body may be that of a joint unit: it stands beneath the agreement that founded the unit.
alter table body add column unit_id uuid references joint_unit;
create index body_of_unit on body (unit_id) where unit_id is not null;

alter table annual_report drop constraint annual_report_kind_check;
alter table annual_report add constraint annual_report_kind_check check (kind in ('alliance', 'agreement', 'organisation', 'country', 'plan', 'joint-unit'));
