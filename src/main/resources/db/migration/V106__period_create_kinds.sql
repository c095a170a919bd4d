-- The kinds of reporting periods, in the order of the year; those that are not active
-- are not offered for new periods.
create table period_kinds (
  code varchar(20) primary key,
  months int not null unique check (months between 1 and 12),
  active boolean not null
);

insert into period_kinds (code, months, active) values
  ('FIRST_QUARTER', 3, false),
  ('FIRST_HALF', 6, true),
  ('THREE_QUARTERS', 9, false),
  ('ANNUAL', 12, true);

alter table reporting_periods add foreign key (kind) references period_kinds;
alter table rules alter column period_kind type varchar(20);

-- a promise knows in which kind of period it was planned; what was told from above is the year's
alter table promises add column planned varchar(20) references period_kinds;
update promises set planned = case term when 'YEAR' then 'ANNUAL' else 'FIRST_HALF' end;
alter table promises alter column planned set not null;
alter table promises drop column term;
