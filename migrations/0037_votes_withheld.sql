-- A seat whose vote rests while its member's vote is suspended by the alliance.
alter table body_seat add column withheld boolean not null default false check (not (withheld and voting));
