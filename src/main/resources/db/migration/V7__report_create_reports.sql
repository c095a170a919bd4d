create table themes (
  id bigint generated always as identity primary key,
  name varchar(20) not null unique,
  position int not null
);
insert into themes (name, position) values
  ('高新技术发展', 1), ('科技项目', 2), ('平台载体', 3), ('产学研合作', 4), ('科技惠农', 5),
  ('知识产权', 6), ('科技人才', 7), ('科技金融', 8), ('科普宣传', 9), ('自身建设', 10);

create table reports (
  id bigint generated always as identity primary key,
  bureau_id bigint not null references bureaus,
  period_id bigint not null references reporting_periods,
  status varchar(12) not null,
  lead text not null,
  idea text not null,
  lead_carried boolean not null,
  idea_carried boolean not null,
  parts_done int not null,
  late boolean not null,
  revisions int not null,
  submitted_by bigint references accounts,
  submitted_at timestamptz,
  review_began_at timestamptz,
  approved_at timestamptz,
  saved_at timestamptz,
  saved_by bigint references accounts,
  unique (bureau_id, period_id)
);
create index reports_period on reports (period_id, status);

create table metric_values (
  id bigint generated always as identity primary key,
  report_id bigint not null references reports,
  metric_id bigint not null references metrics,
  state varchar(16) not null,
  amount numeric(24, 6),
  saved_by bigint not null references accounts,
  saved_at timestamptz not null,
  unique (report_id, metric_id),
  check ((state = 'GIVEN') = (amount is not null))
);

create table value_changes (
  id bigint generated always as identity primary key,
  report_id bigint not null references reports,
  metric_id bigint not null references metrics,
  old_text varchar(40) not null,
  new_text varchar(40) not null,
  changed_by bigint not null references accounts,
  changed_at timestamptz not null
);
create index value_changes_report on value_changes (report_id, id);
create trigger value_changes_append_only before update or delete on value_changes
  for each row execute function refuse_rewriting();

create table entries (
  id bigint generated always as identity primary key,
  report_id bigint not null references reports,
  kind varchar(12) not null,
  theme_id bigint references themes,
  heading text not null,
  body text not null,
  position int not null,
  deleted boolean not null,
  carried_from bigint,
  carried_untouched boolean not null,
  saved_by bigint not null references accounts,
  saved_at timestamptz not null
);
create index entries_report on entries (report_id, kind, position);

create table plan_targets (
  id bigint generated always as identity primary key,
  report_id bigint not null references reports,
  metric_id bigint references metrics,
  aim varchar(10) not null,
  amount numeric(24, 6),
  words text not null,
  position int not null,
  deleted boolean not null,
  carried_from bigint,
  carried_untouched boolean not null,
  saved_by bigint not null references accounts,
  saved_at timestamptz not null
);
create index plan_targets_report on plan_targets (report_id, position);

create table revisions (
  id bigint generated always as identity primary key,
  report_id bigint not null references reports,
  number int not null,
  content text not null,
  sha256 varchar(64) not null,
  created_at timestamptz not null,
  created_by bigint not null references accounts,
  unique (report_id, number)
);
-- What was frozen stays as it was.
create trigger revisions_append_only before update or delete on revisions
  for each row execute function refuse_rewriting();
