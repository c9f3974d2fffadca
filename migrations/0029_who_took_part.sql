-- Who those were that took part, where it was said, and how many of them were women: what indicators of exchange and supervision count.
alter table activity_number
  add column who text check (who in ('students', 'masters', 'doctoral', 'staff', 'others')),
  add column women integer check (women between 0 and in_person + online);
