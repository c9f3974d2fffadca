-- A body without sides corrects its sealed minutes as well: nobody's side proposes it there.
alter table minutes_addendum alter column proposed_by_side drop not null;
