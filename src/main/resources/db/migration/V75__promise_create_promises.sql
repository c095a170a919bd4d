create table promises (
  id bigint generated always as identity primary key,
  version int not null,
  bureau_id bigint not null references bureaus,
  -- the year it is due in, and whether it was promised for all of it or for its second half
  year int not null,
  term varchar(12) not null,
  origin varchar(10) not null,
  kind varchar(10) not null,
  -- where it stands in the plan of a report, null for what was assigned
  source_report_id bigint references reports,
  source_id bigint,
  assigned_by bigint references bureaus,
  text text not null,
  metric_id bigint references metrics,
  aim varchar(10) not null,
  amount numeric(24, 6),
  base numeric(24, 6),
  formula text not null,
  goal numeric(24, 6),
  unit varchar(20) not null,
  position int not null,
  dropped boolean not null,
  check ((origin = 'PLAN') = (source_report_id is not null and source_id is not null)),
  check ((origin = 'ASSIGNED') = (assigned_by is not null)),
  unique (source_report_id, kind, source_id)
);
create index promises_bureau on promises (bureau_id, year);
create unique index promises_assigned on promises (bureau_id, year, metric_id) where origin = 'ASSIGNED';
