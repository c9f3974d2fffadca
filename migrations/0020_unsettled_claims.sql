-- What waits is found along what is not settled, not along everything that was ever claimed, which only grows.
drop index confirmation_open;
create index confirmation_unsettled on confirmation (scope, state, claimed_at) where state in ('open', 'disputed');
create index confirmation_disputed on confirmation (scope) where state = 'disputed';
