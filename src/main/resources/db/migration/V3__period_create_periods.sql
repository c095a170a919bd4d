create table reporting_periods (
  id bigint generated always as identity primary key,
  version int not null,
  year int not null,
  kind varchar(20) not null,
  due_on date not null,
  opened_at timestamptz,
  closed_at timestamptz,
  unique (year, kind)
);

create table period_extensions (
  period_id bigint not null references reporting_periods,
  bureau_id bigint not null references bureaus,
  until date not null,
  reason varchar(200) not null,
  primary key (period_id, bureau_id)
);
