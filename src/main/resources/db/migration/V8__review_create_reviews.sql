create table reviews (
  id bigint generated always as identity primary key,
  report_id bigint not null references reports,
  revision_id bigint not null references revisions,
  decision varchar(12) not null,
  reason text not null,
  decided_by bigint not null references accounts,
  decided_at timestamptz not null
);
create index reviews_report on reviews (report_id, id);

-- A remark belongs to no decision until the report is returned with it.
create table remarks (
  id bigint generated always as identity primary key,
  report_id bigint not null references reports,
  revision_id bigint not null references revisions,
  review_id bigint references reviews,
  place varchar(60) not null,
  place_name varchar(200) not null,
  -- the part of the report the place lies in, null for the whole
  part varchar(20),
  words text not null,
  made_by bigint not null references accounts,
  made_at timestamptz not null
);
create index remarks_report on remarks (report_id, review_id);
