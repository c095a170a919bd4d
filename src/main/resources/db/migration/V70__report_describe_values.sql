-- How sure a figure is, the day it speaks of, and what it covers.
alter table metric_values
  add column certainty varchar(12) not null default 'ACTUAL',
  add column as_of date,
  add column note text not null default '';
alter table metric_values
  alter column certainty drop default,
  alter column note drop default;
