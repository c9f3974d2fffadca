-- A plan for one agreement looks so much cheaper than one for any number that PostgreSQL made it anew each time, which took twice as long
-- as the answer. Every question in it goes along an index from each agreement, so one plan serves one and a thousand alike.
alter function agreement_observed(uuid[], date) set plan_cache_mode = 'force_generic_plan';
