-- What a bureau says of a promise in a report. A state that follows from the figures is not kept.
create table settlements (
  id bigint generated always as identity primary key,
  report_id bigint not null references reports,
  promise_id bigint not null references promises,
  state varchar(12),
  note text not null,
  saved_by bigint not null references accounts,
  saved_at timestamptz not null,
  unique (report_id, promise_id)
);
