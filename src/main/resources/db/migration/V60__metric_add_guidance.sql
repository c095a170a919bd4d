-- What a metric counts, of whom and when it is asked, and what is plausible for it.
alter table metrics
  add column definition text not null default '',
  add column source text not null default '',
  add column exclusion text not null default '',
  add column aliases text[] not null default '{}',
  add column owner_section varchar(40) not null default '',
  -- per cent against last year; a change beyond it wants a reason, null for none
  add column jump_band int default 50 check (jump_band > 0),
  add column valid_from_year int,
  add column valid_from_kind varchar(20),
  add column valid_to_year int,
  add column valid_to_kind varchar(20),
  add check ((valid_from_year is null) = (valid_from_kind is null)),
  add check ((valid_to_year is null) = (valid_to_kind is null));

create table metric_ranges (
  metric_id bigint not null references metrics,
  level_code varchar(20) not null references bureau_levels,
  low numeric(24, 6),
  high numeric(24, 6),
  primary key (metric_id, level_code),
  check (low <= high),
  check (low is not null or high is not null)
);

alter table metric_groups add column version int not null default 0;

-- Levels without that duty are exempt; a level that comes later is asked like the others.
create table metric_group_exempt_levels (
  group_code varchar(10) not null references metric_groups,
  level_code varchar(20) not null references bureau_levels,
  primary key (group_code, level_code)
);
